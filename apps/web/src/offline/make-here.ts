import { deviceSeed } from '@indelible/document';
import { newDocumentId } from '@indelible/protocol';
import { createLocalDocument } from '@indelible/provider';

import { rememberTitle } from '../start/remembered.ts';
import { tellDevice } from './device-news.ts';
import { persistHere } from './persist.ts';
import { serverTime } from './server-time.ts';

/**
 * Makes an empty document on this device, without a server. It becomes one there with the first line on which it
 * is open: on its page, or in the background.
 *
 * @returns its id.
 * @throws {DOMException} if this device can't keep it.
 */
export async function makeHere(): Promise<string> {
  const id = newDocumentId();
  await createLocalDocument(id, deviceSeed());
  rememberTitle(id, '', serverTime());
  void persistHere();
  tellDevice();
  return id;
}
