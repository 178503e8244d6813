import * as Y from 'yjs';

import { readTitle, seedUpdate, setTitle } from '@indelible/document';
import { serveJobs } from '@indelible/rooms';

import type { DocumentJob, DocumentJobResult } from './document-jobs.ts';

serveJobs(work);

function work(job: DocumentJob): DocumentJobResult {
  if (job.type === 'seed') return { title: job.title, update: seedUpdate(job.title) };
  const doc = new Y.Doc();
  try {
    for (const part of job.parts) Y.applyUpdate(doc, part);
    if (job.type === 'read') return { title: readTitle(doc), update: null };
    const before = Y.encodeStateVector(doc);
    setTitle(doc, job.title);
    return { title: readTitle(doc), update: Y.encodeStateAsUpdate(doc, before) };
  } finally {
    doc.destroy();
  }
}
