import * as z from 'zod/mini';

/** Characters. */
export const MAX_TITLE = 500;

export const documentSummary = z.object({
  id: z.string(),
  /** As in the document itself; empty while nobody has given one. */
  title: z.string(),
  createdAt: z.iso.datetime(),
  /** When the document's text or title last changed. */
  editedAt: z.iso.datetime(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

export const documentList = z.object({ documents: z.array(documentSummary) });
export type DocumentList = z.infer<typeof documentList>;

const title = z.string().check(z.trim(), z.maxLength(MAX_TITLE));

/** `POST /api/v1/documents` */
export const createDocument = z.strictObject({ title: z.optional(title) });
export type CreateDocument = z.infer<typeof createDocument>;

/** `PATCH /api/v1/documents/:id` */
export const renameDocument = z.strictObject({ title });
export type RenameDocument = z.infer<typeof renameDocument>;
