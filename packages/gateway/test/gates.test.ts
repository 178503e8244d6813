import { once } from 'node:events';

import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  updateFrame,
  type Extension,
  type Frame,
} from '@indelible/protocol';

import { readApproach } from '../src/gates.ts';
import { closeCode, openDoor, roomName, upgradeStatus, type Door } from './door.ts';

type Heard = Exclude<Frame, { type: 'extension' }> | Extension;

/** A client of ours, frame by frame. */
class Client {
  readonly heard: Heard[] = [];
  bytes = 0;
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = closeCode(socket);
    // Before it is open: the first frames come with the answer to the upgrade.
    socket.on('message', (data: Buffer) => {
      this.bytes += data.length;
      const frame = decodeFrame(data);
      this.heard.push(frame.type === 'extension' ? decodeExtension(frame.body) : frame);
    });
  }

  static async join(door: Door, query: string): Promise<Client> {
    const socket = new WebSocket(`${door.url}/room?${query}`);
    const client = new Client(socket);
    await once(socket, 'open');
    return client;
  }

  /** The last of its kind, as soon as there is one. */
  hears<Type extends Heard['type']>(type: Type): Promise<Extract<Heard, { type: Type }>> {
    const isIt = (frame: Heard): frame is Extract<Heard, { type: Type }> => frame.type === type;
    return vi.waitFor(() => {
      const heard = this.heard.findLast(isIt);
      if (heard === undefined) throw new Error(`no ${type} was heard`);
      return heard;
    });
  }

  write(update: Uint8Array): void {
    this.#socket.send(updateFrame(update));
    this.#socket.send(extensionFrame({ type: 'barrier', n: 1 }));
  }

  ask(doc: Y.Doc): void {
    this.#socket.send(step1Frame(Y.encodeStateVector(doc)));
  }
}

/** Only what is typed, as an editor sends it. */
function type(doc: Y.Doc, letters: string): Uint8Array {
  let typed: Uint8Array = new Uint8Array();
  doc.once('update', (update: Uint8Array) => {
    typed = update;
  });
  doc.getText('text').insert(0, letters);
  return typed;
}

/** A document in which something is. */
async function openWritten(): Promise<{ readonly door: Door; readonly doc: Y.Doc }> {
  const door = await openDoor({ rooms: { schema: 3, debounce: 0 } });
  const doc = new Y.Doc();
  const ada = await Client.join(door, 'ext=1&schema=3');
  ada.write(type(doc, 'written'));
  await ada.hears('saved');
  return { door, doc };
}

test('I10: an older schema is turned away with 4426, and hears nothing of the document', async () => {
  const { door } = await openWritten();
  await using opened = door;
  for (const query of ['ext=1&schema=2', 'ext=1&schema=0&epoch=x', 'schema=2']) {
    const old = await Client.join(opened, query);
    expect([await old.closed, old.heard]).toEqual([CloseCode.clientTooOld, []]);
  }
});

test('I9: a copy of another epoch is turned away with 4409, and hears nothing of the document', async () => {
  const { door } = await openWritten();
  await using opened = door;
  const other = await Client.join(opened, 'ext=1&schema=3&epoch=another');
  expect([await other.closed, other.heard]).toEqual([CloseCode.otherEpoch, []]);
});

test('a stock client, which says nothing of this, is let in and told nothing of it', async () => {
  const { door } = await openWritten();
  await using opened = door;
  const stock = opened.provider('room');
  await vi.waitFor(() => expect(stock.doc.getText('text').toString()).toBe('written'));
});

test('the epoch of a new document is told with the first commit, and let in from then on', async () => {
  await using door = await openDoor({ rooms: { debounce: 0 } });
  const ada = await Client.join(door, 'ext=1&schema=0');
  expect((await ada.hears('hello')).epoch).toBe('');
  ada.write(type(new Y.Doc(), 'first'));
  await ada.hears('saved');
  const { epoch } = await ada.hears('hello');
  expect(epoch).toBe((await door.store.log.load(roomName('room')))?.epoch);
  const bo = await Client.join(door, `ext=1&epoch=${epoch}`);
  expect((await bo.hears('hello')).epoch).toBe(epoch);
});

test('who comes back to its place hears only what came since', async () => {
  const { door, doc } = await openWritten();
  await using opened = door;
  for (let i = 0; i < 300; i++) {
    type(doc, 'xy');
    doc.getText('text').delete(1, 1);
  }
  const bo = await Client.join(opened, 'ext=1&from=');
  bo.write(Y.encodeStateAsUpdate(doc));
  await bo.hears('saved');
  bo.ask(doc);
  const { place, clean } = await bo.hears('place');
  const { epoch } = await bo.hears('hello');
  expect(clean).toBe(true);

  bo.write(type(doc, 'news'));
  await vi.waitFor(() => expect(bo.heard.filter((frame) => frame.type === 'saved').length).toBe(2));
  const back = await Client.join(opened, `ext=1&epoch=${epoch}&from=${place}`);
  expect((await back.hears('hello')).resumed).toBe(true);
  const { update } = await back.hears('step2');
  await back.hears('place');
  expect(back.bytes).toBeLessThan(200);
  expect(Y.decodeUpdate(update).structs.length).toBe(1);
});

test('what can’t be meant is refused, and a place is for clients of ours', async () => {
  await using door = await openDoor();
  for (const query of ['schema=x', 'schema=-1', `epoch=${'e'.repeat(101)}`]) {
    expect(await upgradeStatus(`${door.url}/room?ext=1&${query}`)).toBe(400);
  }
  const read = (query: string): unknown => readApproach(new URLSearchParams(query));
  expect(read('from=p&epoch=&schema=12')).toEqual({
    extended: false,
    claim: { schema: 12, epoch: null, place: null },
  });
  expect(read('ext=1&from=p&epoch=e')).toEqual({
    extended: true,
    claim: { schema: null, epoch: 'e', place: 'p' },
  });
});
