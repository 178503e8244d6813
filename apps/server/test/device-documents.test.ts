import { once } from 'node:events';

import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';

import { CloseCode, documentSummary, newDocumentId } from '@indelible/protocol';

import { Running } from './running.ts';

const PATIENCE = { timeout: 5_000 };

/** Opens a line for a document that a device has made. @returns the close code; null: it was let in. */
async function bring(indelible: Running, id: string): Promise<number | null> {
  const url = `${indelible.url.replace('http', 'ws')}/sync/${id}?ext=1&new=1`;
  const socket = new WebSocket(url);
  const closed = once(socket, 'close').then(([code]) => code as number);
  const greeted = once(socket, 'message').then(() => null);
  const answer = await Promise.race([closed, greeted]);
  socket.close();
  await closed;
  return answer;
}

test('a document that was made on a device becomes one with its first line, once, however many come', async () => {
  await using indelible = await Running.start();
  const id = newDocumentId();
  expect((await indelible.request('GET', `/documents/${id}`)).status).toBe(404);
  const answers = await Promise.all([bring(indelible, id), bring(indelible, id)]);
  expect([...answers, await bring(indelible, id)]).toEqual([null, null, null]);

  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  expect(ada.doc.getXmlFragment('content').toJSON()).toBe('<paragraph></paragraph>');
  await indelible.restart();
  const found = await indelible.request('GET', `/documents/${id}`);
  expect(documentSummary.parse(await found.json()).title).toBe('');
});

test('a document that was deleted is not made again by a device that has not heard of it', async () => {
  await using indelible = await Running.start();
  const id = newDocumentId();
  expect(await bring(indelible, id)).toBeNull();
  await indelible.request('DELETE', `/documents/${id}`);
  expect(await bring(indelible, id)).toBe(CloseCode.notFound);
  expect((await indelible.request('GET', `/documents/${id}`)).status).toBe(404);
});

test('nothing is made for an id that is none, nor for who does not say that it is new', async () => {
  await using indelible = await Running.start();
  expect(await bring(indelible, 'short')).toBe(CloseCode.notFound);
  const id = newDocumentId();
  const stranger = new WebSocket(`${indelible.url.replace('http', 'ws')}/sync/${id}?ext=1`);
  const [code] = (await once(stranger, 'close')) as [number];
  expect(code).toBe(CloseCode.notFound);
});
