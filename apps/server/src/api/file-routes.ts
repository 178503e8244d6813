import type { IncomingMessage } from 'node:http';

import type { FastifyInstance } from 'fastify';

import { parseDocumentId, uploadFile, type StoredFile } from '@indelible/protocol';

import type { Documents } from '../documents.ts';
import { addressOf, fileName } from '../files/address.ts';
import type { FileStore } from '../files/file-store.ts';
import { UploadRefused, type UploadRefusal } from '../files/refusal.ts';
import { HttpProblem, notFound, parseInput } from './problems.ts';

interface FileRoutesOptions {
  readonly documents: Documents;
  readonly files: FileStore;
  /** Milliseconds in which something of a file must arrive; 0 for no limit. */
  readonly patience: number;
}

interface ById {
  Params: { readonly id: string };
}

/** `POST /documents/:id/files`, see the schemas in the protocol. To be registered in a scope of its own. */
export function fileRoutes(
  app: FastifyInstance,
  { documents, files, patience }: FileRoutesOptions,
): void {
  app.removeAllContentTypeParsers();
  // The body is read where it is written to the disk.
  app.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
  app.post<ById>('/documents/:id/files', { config: { patient: true } }, async (request, reply) => {
    const { name } = parseInput(uploadFile, request.query);
    const id = parseDocumentId(request.params.id);
    if (id === null || (await documents.find(id)) === null) throw notFound();
    const expected = Number(request.headers['content-length'] ?? Number.NaN);
    try {
      const kept = await files.add({
        bytes: arriving(request.raw, patience),
        expected: Number.isNaN(expected) ? null : expected,
      });
      const called = fileName(name ?? '', kept.key);
      const { kind, type, size } = kept;
      reply.code(201);
      return { src: addressOf(kept, called), kind, name: called, type, size } satisfies StoredFile;
    } catch (error) {
      throw problemOf(error, request.raw, files.maxBytes);
    }
  });
}

/** The body as it comes; rejects when nothing comes for so many milliseconds. */
async function* arriving(raw: IncomingMessage, patience: number): AsyncGenerator<Buffer> {
  const timer = patience > 0 ? setTimeout(() => raw.destroy(), patience).unref() : null;
  try {
    // Left alone when it is too long: destroyed, it could not be answered.
    const chunks: AsyncIterable<Buffer> = raw.iterator({ destroyOnReturn: false });
    for await (const chunk of chunks) {
      timer?.refresh();
      yield chunk;
    }
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

type Answer = readonly [status: number, title: string, detail: string];

const answers: Readonly<Record<Exclude<UploadRefusal, 'too large'>, Answer>> = {
  empty: [400, 'The file is empty', 'There is nothing in it to be kept.'],
  'too many pixels': [413, 'The picture is too large', 'It has more pixels than can be shown.'],
  'unreadable picture': [422, 'The picture can’t be read', 'It may be damaged or incomplete.'],
  'no room': [
    507,
    'The server has no room left',
    'Nothing of the file was kept. Text is still saved.',
  ],
  busy: [503, 'Too many files are being uploaded', 'Try again in a moment.'],
  'no encoder': [
    501,
    'Pictures can’t be uploaded to this server',
    'It lacks the part that reads them.',
  ],
};

function problemOf(error: unknown, raw: IncomingMessage, maxBytes: number): unknown {
  if (raw.destroyed && !raw.complete) return new HttpProblem(400, 'The upload broke off');
  if (!(error instanceof UploadRefused)) return error;
  if (error.code === 'too large') {
    const megabytes = Math.floor((maxBytes / 1024 / 1024) * 10) / 10;
    return new HttpProblem(413, 'The file is too large', {
      detail: `Files can have ${megabytes} MB here.`,
    });
  }
  const [status, title, detail] = answers[error.code];
  return new HttpProblem(status, title, { detail });
}
