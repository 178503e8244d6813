import { expect, test } from 'vitest';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';

import {
  CloseCode,
  decodePresence,
  encodePresence,
  goneEntry,
  presenceFrame,
  queryPresenceFrame,
} from '@indelible/protocol';

import { TestRoom, type TestLine } from './support/test-room.ts';

/** A stock client's presence: what it says goes to the room, and it echoes whatever it hears. */
class StockPresence implements Disposable {
  readonly awareness: Awareness;
  #line: TestLine;

  constructor(client: number, line: TestLine) {
    const doc = new Y.Doc();
    doc.clientID = client;
    this.awareness = new Awareness(doc);
    this.#line = line;
    this.awareness.on('update', (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
      const { added, updated, removed } = changes;
      this.#say([...added, ...updated, ...removed]);
    });
  }

  /** What `y-websocket` does when its line is open. */
  open(line: TestLine): void {
    this.#line = line;
    this.#say([this.awareness.clientID]);
  }

  /** What `y-websocket` does when its line is lost. */
  lose(): void {
    const others = [...this.awareness.getStates().keys()].filter(
      (client) => client !== this.awareness.clientID,
    );
    removeAwarenessStates(this.awareness, others, this);
  }

  hear(): boolean {
    const heard = this.#line.take();
    for (const frame of heard) {
      if (frame.type === 'presence') applyAwarenessUpdate(this.awareness, frame.presence, this);
    }
    return heard.length > 0;
  }

  sees(client: number): unknown {
    return this.awareness.getStates().get(client);
  }

  [Symbol.dispose](): void {
    this.awareness.destroy();
  }

  #say(clients: readonly number[]): void {
    const update = encodeAwarenessUpdate(this.awareness, [...clients]);
    this.#line.send(presenceFrame(update));
  }
}

const stock = { extended: false } as const;

function settle(room: TestRoom, people: readonly StockPresence[]): void {
  do room.settle();
  while (people.map((person) => person.hear()).includes(true));
}

test('people see each other, those who come later too, and everybody hears itself', () => {
  const room = new TestRoom();
  using ada = new StockPresence(1, room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada' });
  const own = room.join(stock);
  using bob = new StockPresence(2, own);
  bob.awareness.setLocalState({ name: 'Bob' });
  settle(room, [ada, bob]);
  expect(ada.sees(2)).toEqual({ name: 'Bob' });
  expect(bob.sees(1)).toEqual({ name: 'Ada' });
  bob.awareness.setLocalState({ name: 'Bobby' });
  room.settle();
  expect(own.takeTypes(), 'a quiet client would hang up').toContain('presence');
});

test('who leaves is gone for the others', () => {
  const room = new TestRoom();
  const line = room.join(stock);
  using ada = new StockPresence(1, line);
  using bob = new StockPresence(2, room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada' });
  bob.awareness.setLocalState({ name: 'Bob' });
  settle(room, [ada, bob]);
  line.leave();
  settle(room, [bob]);
  expect(bob.sees(1)).toBeUndefined();
});

test('who comes back with the clock at which it left is seen again', () => {
  const room = new TestRoom();
  const first = room.join(stock);
  using ada = new StockPresence(1, first);
  using bob = new StockPresence(2, room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada' });
  bob.awareness.setLocalState({ name: 'Bob' });
  settle(room, [ada, bob]);
  first.leave();
  ada.lose();
  settle(room, [bob]);
  expect(bob.sees(1)).toBeUndefined();
  ada.open(room.join(stock));
  settle(room, [ada, bob]);
  expect(bob.sees(1)).toEqual({ name: 'Ada' });
  // The stock client remembers the clock at which it forgot somebody.
  bob.awareness.setLocalState({ name: 'Bob', moved: true });
  settle(room, [ada, bob]);
  expect(ada.sees(2)).toEqual({ name: 'Bob', moved: true });
});

test('who comes back before its dead line was found keeps its presence when that one goes', () => {
  const room = new TestRoom();
  const dead = room.join(stock);
  using ada = new StockPresence(1, dead);
  using bob = new StockPresence(2, room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada' });
  bob.awareness.setLocalState({ name: 'Bob' });
  settle(room, [ada, bob]);
  const alive = room.join(stock);
  ada.open(alive);
  settle(room, [ada, bob]);
  dead.leave();
  settle(room, [ada, bob]);
  expect(bob.sees(1)).toEqual({ name: 'Ada' });
  expect(room.room.sessions).toBe(2);
  alive.leave();
  settle(room, [bob]);
  expect(bob.sees(1)).toBeUndefined();
});

test('who has moved on its new line is not taken away with the old one, not even for a moment', () => {
  const room = new TestRoom();
  const dead = room.join(stock);
  using ada = new StockPresence(1, dead);
  ada.awareness.setLocalState({ name: 'Ada' });
  const witness = room.join(stock);
  ada.open(room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada', moved: true });
  room.settle();
  witness.take();
  dead.leave();
  room.settle();
  expect(witness.take()).toEqual([]);
});

test('a client without a presence does not come to speak for those it echoes', () => {
  const room = new TestRoom();
  const line = room.join(stock);
  using ada = new StockPresence(1, line);
  using silent = new StockPresence(2, room.join(stock));
  silent.awareness.setLocalState(null);
  ada.awareness.setLocalState({ name: 'Ada' });
  settle(room, [ada, silent]);
  expect(silent.sees(1)).toEqual({ name: 'Ada' });
  line.leave();
  settle(room, [silent]);
  expect(silent.sees(1)).toBeUndefined();
  expect(room.join(stock).takeTypes(), 'nobody is here').toEqual(['step1']);
});

test("the echo of others' presence is dropped without a word", () => {
  const room = new TestRoom();
  const line = room.join(stock);
  using ada = new StockPresence(1, line);
  const lineOfBob = room.join(stock);
  using bob = new StockPresence(2, lineOfBob);
  ada.awareness.setLocalState({ name: 'Ada' });
  bob.awareness.setLocalState({ name: 'Bob' });
  settle(room, [ada, bob]);
  const forged = encodePresence([
    { client: 1, clock: 99, state: new TextEncoder().encode('{"name":"Mallory"}') },
  ]);
  lineOfBob.send(presenceFrame(forged));
  lineOfBob.send(presenceFrame(encodePresence([goneEntry(1, 99)])));
  settle(room, [ada, bob]);
  expect(bob.sees(1)).toEqual({ name: 'Ada' });
  expect(lineOfBob.closedWith).toBeNull();
});

test('a state that others could not read closes its own session, and nobody hears it', () => {
  const states = ['{', '', ' null', '\xff', '['.repeat(30_000), `"${'\\u12'}"`];
  for (const state of states) {
    const room = new TestRoom();
    const other = room.join(stock);
    const line = room.join(stock);
    const bytes = Uint8Array.from(state, (char) => char.charCodeAt(0));
    line.send(presenceFrame(encodePresence([{ client: 5, clock: 1, state: bytes }])));
    room.settle();
    expect(line.closedWith, state.slice(0, 10)).toBe(CloseCode.malformed);
    expect(other.takeTypes()).toEqual(['step1']);
  }
});

test('a presence message that is too long is dropped', () => {
  const room = new TestRoom({ maxPresence: 100 });
  const other = room.join(stock);
  using ada = new StockPresence(1, room.join(stock));
  ada.awareness.setLocalState({ name: 'x'.repeat(100) });
  room.settle();
  expect(other.takeTypes()).toEqual(['step1']);
  expect(room.limits).toEqual(['presence']);
});

test('one message carries the changes of many, as often as the pace allows', () => {
  const room = new TestRoom({ presenceEvery: 50 });
  const listener = room.join(stock);
  using ada = new StockPresence(1, room.join(stock));
  using bob = new StockPresence(2, room.join(stock));
  listener.take();
  for (let step = 0; step < 20; step++) {
    ada.awareness.setLocalState({ step });
    bob.awareness.setLocalState({ step });
  }
  room.settle();
  expect(listener.takeTypes()).toEqual(['presence', 'presence']);
});

test('the more presence is sent, the longer the next of it waits, as the bytes for each session allow', () => {
  const room = new TestRoom({ presenceEvery: 50, presencePerSecond: 1000 });
  const listener = room.join(stock);
  using ada = new StockPresence(1, room.join(stock));
  ada.awareness.setLocalState({ name: 'x'.repeat(488) });
  const [sent] = listener.take().filter(({ type }) => type === 'presence');
  const bytes = sent?.type === 'presence' ? sent.presence.length : 0;
  ada.awareness.setLocalState({ name: 'Ada' });
  expect((room.room.wakeAt ?? 0) - room.now).toBe(bytes);
  expect(bytes).toBeGreaterThan(488);
});

test('where more changes than may be sent, those who wait longest come first and nobody is left out', () => {
  const room = new TestRoom({ presenceEvery: 50, presencePerSecond: 4000 });
  const listener = room.join(stock);
  using stack = new DisposableStack();
  const people = Array.from({ length: 20 }, (_, index) =>
    stack.use(new StockPresence(index + 1, room.join(stock))),
  );
  room.settle();
  listener.take();
  for (const at of [1, 2]) {
    for (const { awareness } of people) {
      awareness.setLocalState({ at, padding: 'x'.repeat(40) });
    }
  }
  room.settle();
  const heard = listener
    .take()
    .flatMap((frame) =>
      frame.type === 'presence'
        ? [decodePresence(frame.presence, 20).map(({ client }) => client)]
        : [],
    );
  expect(Math.max(...heard.map((clients) => clients.length))).toBeLessThan(5);
  // The first was told of at once, and then of its second move.
  expect(heard.flat()).toEqual([...people.map((_, index) => index + 1), 1]);
});

test('a slow session hears after it has drained who is there and who has left', () => {
  const room = new TestRoom();
  const leaving = room.join(stock);
  using ada = new StockPresence(1, leaving);
  ada.awareness.setLocalState({ name: 'Ada' });
  const line = room.join(stock);
  using bob = new StockPresence(2, line);
  settle(room, [ada, bob]);
  room.room.stalled(line.id);
  leaving.leave();
  using cleo = new StockPresence(3, room.join(stock));
  cleo.awareness.setLocalState({ name: 'Cleo' });
  room.settle();
  expect(line.take()).toEqual([]);
  room.run(room.room.drained(line.id));
  bob.hear();
  expect(bob.sees(1)).toBeUndefined();
  expect(bob.sees(3)).toEqual({ name: 'Cleo' });
});

test('who asks is told of everybody, and of nobody if there is none', () => {
  const room = new TestRoom();
  const line = room.join(stock);
  line.take();
  line.send(queryPresenceFrame());
  expect(line.take()).toEqual([]);
  using ada = new StockPresence(1, room.join(stock));
  ada.awareness.setLocalState({ name: 'Ada' });
  room.settle();
  line.take();
  line.send(queryPresenceFrame());
  expect(line.takeTypes()).toEqual(['presence']);
});
