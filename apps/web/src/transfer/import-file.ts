import type { Carried, MarkdownDocument } from '@indelible/document/markdown';

import { createDocument } from '../api/documents.ts';
import { openHere } from '../document/use-provider.ts';
import { when } from '../offline/when.ts';
import { words } from '../words/words.ts';
import { report, reportFailure } from './report.ts';

/** Bytes of a file that is read; a document of that much text could not be worked with. */
const MAX_BYTES = 20_000_000;

/** Milliseconds for each step; then somebody is told that it did not work. */
const DEADLINE = 15_000;

/** Makes a document of each file; the id of the last that could be read, null if none could. */
export async function importFiles(files: readonly File[]): Promise<string | null> {
  const { transfer } = words();
  let last: string | null = null;
  const losses: Carried<unknown>['losses'][] = [];
  for (const file of files) {
    try {
      const carried = await readFile(file);
      if (carried === null) {
        reportFailure(transfer.unreadable(file.name), transfer.unreadableDetail);
        continue;
      }
      last = await makeDocument(carried.result);
      losses.push(carried.losses);
    } catch {
      reportFailure(transfer.importFailed(file.name), transfer.importFailedDetail);
    }
  }
  if (last !== null) await report(transfer.imported, losses.flat());
  return last;
}

/** What a file says, with its title; null if it is none that can be read. */
async function readFile(file: File): Promise<Carried<MarkdownDocument> | null> {
  if (file.size > MAX_BYTES) return null;
  const name = file.name.replace(/\.[^.]*$/, '');
  const { readMarkdown, takeTitle } = await import('@indelible/document/markdown');
  const titled = ({ result, losses }: Carried<MarkdownDocument>) => {
    const taken = takeTitle(result);
    return { result: { ...taken, title: taken.title || name }, losses };
  };
  if (/\.docx$/i.test(file.name)) {
    const { readDocx } = await import('@indelible/document/docx');
    const read = await readDocx(new Uint8Array(await file.arrayBuffer()));
    return read === null ? null : titled(read);
  }
  if (/\.html?$/i.test(file.name)) {
    const { readForeignHtml } = await import('@indelible/document/paste');
    const { result, losses } = readForeignHtml(await file.text());
    return titled({ result: { content: result, title: null }, losses });
  }
  if (/\.(?:md|markdown|txt)$/i.test(file.name)) return titled(readMarkdown(await file.text()));
  return null;
}

async function makeDocument({ title, content }: MarkdownDocument): Promise<string> {
  const { fillDocument } = await import('@indelible/document/markdown');
  const { id } = await createDocument(title ?? '');
  const opened = openHere(id);
  try {
    await when(opened.provider, (status) => status.content === 'synced', DEADLINE);
    fillDocument(opened.provider.doc, title ?? '', content);
    await when(opened.provider, ({ save }) => save.state === 'saved', DEADLINE);
    return id;
  } finally {
    opened.release();
  }
}
