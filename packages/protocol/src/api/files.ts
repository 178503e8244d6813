import * as z from 'zod/mini';

/** Characters of a file's name. */
export const MAX_FILE_NAME = 255;

/** `POST /api/v1/documents/:id/files?name=`: the body is the file itself, whatever its content type says. */
export const uploadFile = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(MAX_FILE_NAME))),
});

/** A file that the server has. */
export const storedFile = z.object({
  /** Where it is, from the root of the site: `/files/<sha-256>.<ending>/<name>`, of a picture with its size behind a #. */
  src: z.string(),
  /** What it is by its bytes: a picture and a video are shown, anything else is downloaded. */
  kind: z.enum(['image', 'video', 'file']),
  name: z.string(),
  /** Its media type. */
  type: z.string(),
  /** Bytes. */
  size: z.number(),
});
export type StoredFile = z.infer<typeof storedFile>;
