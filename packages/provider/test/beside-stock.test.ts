import { IDBFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import { createProvider } from '../src/create-provider.ts';
import type { Provider } from '../src/provider.ts';
import { SyncServer } from './support/sync-server.ts';
import { saveOf, textOf, write } from './support/world.ts';

const ours = (server: SyncServer, document: string): Provider =>
  createProvider({
    url: server.url,
    document,
    environment: { indexedDB: new IDBFactory() },
  });

/** The stock client, bound to somebody's document or to one of its own. */
function stock(server: SyncServer, room: string, { doc, awareness }: Partial<Provider> = {}) {
  const provider = new WebsocketProvider(server.url, room, doc ?? new Y.Doc(), {
    disableBc: true,
    ...(awareness === undefined ? {} : { awareness }),
  });
  return Object.assign(provider, { [Symbol.dispose]: () => provider.destroy() });
}

const wait = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 15_000 });
const words = ({ doc }: { readonly doc: Y.Doc }): string => doc.getText('t').toJSON();
const namesSeen = ({ awareness }: { readonly awareness: Awareness }): unknown[] =>
  Array.from(awareness.getStates().values(), (state) => state['name'] as unknown);

test('beside the stock client in the same room, ours says saved, and nothing is doubled', async () => {
  await using server = await SyncServer.start();
  await using provider = ours(server, 'room');
  using beside = stock(server, 'room', provider);
  using bo = stock(server, 'room');
  await wait(() => expect([beside.synced, bo.synced]).toEqual([true, true]));
  provider.awareness.setLocalState({ name: 'Ada' });
  await wait(() => expect(namesSeen(bo)).toContain('Ada'));

  for (let n = 0; n < 20; n++) {
    write(provider, 'a');
    bo.doc.getText('t').insert(0, 'b');
  }
  provider.doc.getText('t').delete(0, 1);
  await wait(() => {
    expect(textOf(provider)).toHaveLength(39);
    expect(words(bo)).toBe(textOf(provider));
    expect(saveOf(provider)).toBe('saved');
  });

  // On one of two lines it is still here.
  beside.disconnect();
  bo.doc.getText('t').insert(0, 'c');
  await wait(() => expect(textOf(provider)).toHaveLength(40));
  await wait(() => expect(namesSeen(bo)).toContain('Ada'));
  await provider[Symbol.asyncDispose]();
  await wait(() => expect(namesSeen(bo)).not.toContain('Ada'));
});

test('beside the stock client in another room, ours brings two rooms to the same text', async () => {
  await using server = await SyncServer.start();
  using ada = stock(server, 'old');
  ada.doc.getText('t').insert(0, 'written before. ');
  await using provider = ours(server, 'new');
  using beside = stock(server, 'old', { doc: provider.doc });
  using bo = stock(server, 'new');

  await wait(() => expect(words(bo)).toBe('written before. '));
  bo.doc.getText('t').insert(16, 'and after');
  await wait(() => expect(words(ada)).toBe('written before. and after'));
  ada.doc.getText('t').delete(0, 8);
  await wait(() => expect([words(bo), saveOf(provider)]).toEqual(['before. and after', 'saved']));
  expect(beside.wsconnected).toBe(true);
});
