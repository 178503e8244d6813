import * as z from 'zod/mini';

export const PROBLEM_TYPE = 'application/problem+json';

/** What every error of the API looks like. Source: RFC 9457. */
export const problem = z.object({
  /** `about:blank`, or one of our own kinds as a relative reference. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  /** For a request that did not fit its schema: what was wrong where. */
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof problem>;
