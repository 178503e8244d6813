import { copyDocument, readTitle } from '@indelible/document';
import type { Provider, ProviderStatus } from '@indelible/provider';

import { createDocument } from '../api/documents.ts';
import { openHere } from './use-provider.ts';

/** Milliseconds for each step; then somebody is told that it did not work. */
const DEADLINE = 15_000;

/**
 * Makes a new document that says what this copy says, and waits until that is on the server's disk.
 *
 * @returns its id.
 * @throws {ApiError} if the server makes none; {Error} if it does not answer in time.
 */
export async function keepAsNew({ doc }: Provider): Promise<string> {
  const { id } = await createDocument(readTitle(doc));
  const opened = openHere(id);
  const { provider } = opened;
  try {
    await until(provider, ({ content }) => content === 'synced');
    copyDocument(doc, provider.doc);
    await until(provider, ({ save }) => save.state === 'saved');
    return id;
  } finally {
    opened.release();
  }
}

/** Resolves when the status is as asked. @throws {Error} if that takes too long. */
export function until(
  provider: Provider,
  holds: (status: ProviderStatus) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!holds(provider.status())) return;
      finish();
      resolve();
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error('the server did not answer in time'));
    }, DEADLINE);
    const unsubscribe = provider.subscribe(look);
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    look();
  });
}
