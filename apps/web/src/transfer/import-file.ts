import type { Loss, ReadFile } from '@indelible/document/files';

import { createDocument } from '../api/documents.ts';
import { openHere } from '../document/use-provider.ts';
import { when } from '../offline/when.ts';
import { words } from '../words/words.ts';
import { report, reportFailure } from './report.ts';
import { uploadPictures } from './upload-pictures.ts';

/** Milliseconds for each step; then somebody is told that it did not work. */
const DEADLINE = 15_000;

/** Makes a document of each file; the id of the last that could be read, null if none could. */
export async function importFiles(files: readonly File[]): Promise<string | null> {
  const { transfer } = words();
  let last: string | null = null;
  const losses: Loss[] = [];
  for (const file of files) {
    try {
      const read = await readTitled(file);
      if (read === null) {
        reportFailure(transfer.unreadable(file.name), transfer.unreadableDetail);
        continue;
      }
      const made = await makeDocument(read);
      last = made.id;
      losses.push(...made.losses);
    } catch {
      reportFailure(transfer.importFailed(file.name), transfer.importFailedDetail);
    }
  }
  if (last !== null) await report(transfer.imported, losses);
  return last;
}

/** What a file says, with its title; null if it is none that can be read. */
async function readTitled(file: File): Promise<ReadFile | null> {
  const [{ readFile }, { takeTitle }] = await Promise.all([
    import('@indelible/document/files'),
    import('@indelible/document/markdown'),
  ]);
  const read = await readFile(file);
  if (read === null) return null;
  const taken = takeTitle(read.result);
  const name = file.name.replace(/\.[^.]*$/, '');
  return { ...read, result: { ...taken, title: taken.title || name } };
}

interface Made {
  readonly id: string;
  readonly losses: readonly Loss[];
}

/** @returns the document's id, and what could not be carried. */
async function makeDocument(read: ReadFile): Promise<Made> {
  const { fillDocument } = await import('@indelible/document/markdown');
  const { title, content } = read.result;
  const { id } = await createDocument(title ?? '');
  const addresses = await uploadPictures(id, read.pictures);
  const opened = openHere(id);
  try {
    await when(opened.provider, (status) => status.content === 'synced', DEADLINE);
    fillDocument(opened.provider.doc, title ?? '', read.pictures.settle(content, addresses));
    await when(opened.provider, ({ save }) => save.state === 'saved', DEADLINE);
  } finally {
    opened.release();
  }
  const lost = read.pictures.all().size - addresses.size;
  const losses = lost === 0 ? [] : [{ kind: 'picture', count: lost } as const];
  return { id, losses: [...read.losses, ...losses] };
}
