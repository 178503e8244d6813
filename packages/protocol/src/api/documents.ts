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

/** Characters of a query. */
export const MAX_QUERY = 200;

/** `GET /api/v1/documents?q=`: with `q` a `FoundDocuments`, without it the `DocumentList` of all. */
export const listDocuments = z.strictObject({
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_QUERY))),
});

const foundDocument = z.extend(documentSummary, {
  /** A place in the text, cut into what was sought (`hit`) and what is around it; empty for an empty text. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
export type FoundDocument = z.infer<typeof foundDocument>;

export const foundDocuments = z.object({
  /** Those with all words in the title first, then last edited first. */
  documents: z.array(foundDocument),
  /** There are more of them; more words find fewer. */
  more: z.boolean(),
});
export type FoundDocuments = z.infer<typeof foundDocuments>;

const title = z.string().check(z.trim(), z.maxLength(MAX_TITLE));

/** `POST /api/v1/documents` */
export const createDocument = z.strictObject({ title: z.optional(title) });
export type CreateDocument = z.infer<typeof createDocument>;

/** `PATCH /api/v1/documents/:id` */
export const renameDocument = z.strictObject({ title });
export type RenameDocument = z.infer<typeof renameDocument>;
