import { setTitle } from '@indelible/document';
import { deleteLocalCopy } from '@indelible/provider';

import { openHere } from '../document/use-provider.ts';
import { tellDevice } from './device-news.ts';
import { noteRefusal } from './refusals.ts';
import { when } from './when.ts';

/** Milliseconds for this device to find a document, or to keep a change. */
const DEADLINE = 15_000;

/** Gives a document on this device another title; the server learns of it when it is there. @throws {Error} */
export async function renameHere(id: string, title: string): Promise<void> {
  const opened = openHere(id);
  const { provider } = opened;
  try {
    await when(provider, ({ content }) => content === 'local' || content === 'synced', DEADLINE);
    setTitle(provider.doc, title);
    await when(provider, ({ unsafeToClose }) => !unsafeToClose, DEADLINE);
  } finally {
    opened.release();
  }
}

/** Deletes what this device has of a document, words that never reached the server included. @throws {DOMException} */
export async function discardHere(id: string): Promise<void> {
  await deleteLocalCopy(id);
  noteRefusal(id, null);
  tellDevice();
}
