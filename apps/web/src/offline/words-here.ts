import { copyDocument, readText, readTitle } from '@indelible/document';
import type { OpenedProvider, Provider } from '@indelible/provider';

import { createDocument } from '../api/documents.ts';
import { openHere } from '../document/use-provider.ts';
import { rememberTitle } from '../start/remembered.ts';
import { discardHere } from './edit-here.ts';
import { catchUpSoon } from './keep-up.ts';
import { makeHere } from './make-here.ts';
import { serverTime } from './server-time.ts';
import { when } from './when.ts';

/** Milliseconds for this device to find a document, or to keep one. */
const DEADLINE = 15_000;

/** What a document says, as Markdown, its title as the first heading. */
export async function markdownIn({ doc }: Provider): Promise<string> {
  try {
    const { markdownOf } = await import('@indelible/document/markdown');
    return markdownOf(doc).result;
  } catch {
    // Decided here: words without their formatting are better than none, should this be what can't be written.
    return `${readTitle(doc)}\n\n${readText(doc)}`.trim();
  }
}

/** The same of a document that is not open. @throws {Error} if this device has no copy. */
export const markdownHere = (id: string): Promise<string> =>
  withCopy(id, ({ provider }) => markdownIn(provider));

/**
 * Makes a new document that says what this one says: on this device, so that it needs no server and nothing can come
 * in between. It goes to the server by itself.
 *
 * @returns its id, once it is on this device's disk or the server's.
 * @throws {Error} if neither this device nor the server takes it.
 */
export async function saveAsNew({ doc }: Provider): Promise<string> {
  // A browser that keeps nothing leaves only the server.
  const id = await makeHere().catch(async () => (await createDocument()).id);
  await withCopy(id, async ({ provider }) => {
    await when(provider, ({ content }) => content === 'local' || content === 'synced', DEADLINE);
    copyDocument(doc, provider.doc);
    await when(provider, ({ unsafeToClose }) => !unsafeToClose, DEADLINE);
    rememberTitle(id, readTitle(doc), serverTime());
  });
  catchUpSoon();
  return id;
}

/** The same for a document that is not open, whose copy then goes: its words are in the new one. @throws {Error} */
export async function saveHereAsNew(id: string): Promise<string> {
  return withCopy(id, async ({ provider }) => {
    const made = await saveAsNew(provider);
    await letGo(id, provider);
    return made;
  });
}

/** Throws away what this device has of a document. @throws {DOMException} */
export const discardWords = (id: string): Promise<void> =>
  withCopy(id, ({ provider }) => letGo(id, provider));

/** Through the provider, which then writes nothing more of it either. */
async function letGo(id: string, provider: Provider): Promise<void> {
  await provider.discard();
  await discardHere(id);
}

async function withCopy<T>(id: string, work: (opened: OpenedProvider) => Promise<T>): Promise<T> {
  const opened = openHere(id);
  try {
    await when(opened.provider, ({ content }) => content !== 'loading', DEADLINE);
    return await work(opened);
  } finally {
    opened.release();
  }
}
