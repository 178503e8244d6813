import { documentList, documentSummary, foundDocuments } from '@indelible/protocol';
import type {
  CreateDocument,
  DocumentList,
  DocumentSummary,
  FoundDocuments,
  RenameDocument,
} from '@indelible/protocol';

import { noteServerTime } from '../offline/server-time.ts';
import { ApiError, errorOf } from './api-error.ts';

const BASE = '/api/v1/documents';

/** Milliseconds after which a silent server counts as gone. */
const DEADLINE = 10_000;

/** All documents, last edited first. @throws {ApiError} */
export const listDocuments = async (signal: AbortSignal): Promise<DocumentList> =>
  parse(documentList, await request(BASE, { signal }));

/** Documents with all words of `query`, the best first. @throws {ApiError} */
export const searchDocuments = async (
  query: string,
  signal: AbortSignal,
): Promise<FoundDocuments> =>
  parse(foundDocuments, await request(`${BASE}?${new URLSearchParams({ q: query })}`, { signal }));

/** One document of the list. @throws {ApiError} */
export const getDocument = async (id: string, signal: AbortSignal): Promise<DocumentSummary> =>
  parse(documentSummary, await request(path(id), { signal }));

/** Makes an empty document. @throws {ApiError} */
export const createDocument = async (title = ''): Promise<DocumentSummary> =>
  parse(
    documentSummary,
    await request(BASE, { method: 'POST', ...json({ title } satisfies CreateDocument) }),
  );

/** Gives a document another title. @throws {ApiError} */
export const renameDocument = async (id: string, title: string): Promise<DocumentSummary> =>
  parse(
    documentSummary,
    await request(path(id), { method: 'PATCH', ...json({ title } satisfies RenameDocument) }),
  );

/** Deletes a document; `restoreDocument` brings it back. @throws {ApiError} */
export async function deleteDocument(id: string): Promise<void> {
  await request(path(id), { method: 'DELETE' });
}

/** Undoes a deletion. @throws {ApiError} */
export const restoreDocument = async (id: string): Promise<DocumentSummary> =>
  parse(documentSummary, await request(`${path(id)}/restore`, { method: 'POST' }));

const path = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

async function request(url: string, { signal, ...init }: RequestInit): Promise<Response> {
  const deadline = AbortSignal.timeout(DEADLINE);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('unreachable', 'The server can’t be reached.', { cause });
  }
  noteServerTime(response.headers.get('date'));
  if (!response.ok) throw await errorOf(response);
  return response;
}

interface Schema<T> {
  safeParse(data: unknown): { success: true; data: T } | { success: false; error: Error };
}

async function parse<T>(schema: Schema<T>, response: Response): Promise<T> {
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  throw new ApiError('broken', 'The server’s answer couldn’t be read.', { cause: parsed.error });
}
