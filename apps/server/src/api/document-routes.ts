import type { FastifyInstance } from 'fastify';

import {
  createDocument,
  listDocuments,
  parseDocumentId,
  renameDocument,
  type DocumentId,
  type DocumentList,
  type DocumentSummary,
  type FoundDocuments,
} from '@indelible/protocol';

import type { Documents } from '../documents.ts';
import { notFound, parseInput } from './problems.ts';

interface ById {
  Params: { readonly id: string };
}

/** `/documents`, see the schemas in the protocol. */
export function documentRoutes(app: FastifyInstance, documents: Documents): void {
  app.get('/documents', async ({ query }): Promise<DocumentList | FoundDocuments> => {
    const { q } = parseInput(listDocuments, query);
    return q === undefined ? { documents: await documents.list() } : documents.search(q);
  });

  app.post('/documents', async (request, reply): Promise<DocumentSummary> => {
    const { title = '' } = parseInput(createDocument, request.body);
    const created = await documents.create(title);
    reply.code(201).header('location', `/api/v1/documents/${created.id}`);
    return created;
  });

  app.get<ById>('/documents/:id', async ({ params }) =>
    found(await documents.find(known(params.id))),
  );

  app.patch<ById>('/documents/:id', async ({ params, body }) => {
    const { title } = parseInput(renameDocument, body);
    return found(await documents.rename(known(params.id), title));
  });

  app.delete<ById>('/documents/:id', async ({ params }, reply) => {
    if (!(await documents.remove(known(params.id)))) throw notFound();
    return reply.code(204).send();
  });

  app.post<ById>('/documents/:id/restore', async ({ params }) =>
    found(await documents.restore(known(params.id))),
  );
}

function known(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === null) throw notFound();
  return id;
}

function found(summary: DocumentSummary | null): DocumentSummary {
  if (summary === null) throw notFound();
  return summary;
}
