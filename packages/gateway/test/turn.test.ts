import { expect, test } from 'vitest';

import { Turn } from '../src/turn.ts';
import { encodeMessages } from '../src/websocket-frames.ts';

/** A line that counts how often it is written to. */
class TestLine {
  readonly writes: (readonly Uint8Array[])[] = [];
  readonly #turn: Turn;
  #frames: Uint8Array[] = [];

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  send(frame: Uint8Array): void {
    this.#frames.push(frame);
    if (this.#frames.length === 1) this.#turn.add(this);
  }

  flush(encode: (frames: readonly Uint8Array[]) => readonly Uint8Array[]): void {
    this.writes.push(encode(this.#frames));
    this.#frames = [];
  }
}

const [a, b, c] = ['a', 'b', 'c'].map((text) => new TextEncoder().encode(text)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

test('whatever is sent over a line within one turn is one write', async () => {
  const line = new TestLine(new Turn(encodeMessages));
  line.send(a);
  line.send(b);
  expect(line.writes).toEqual([]);
  await Promise.resolve();
  expect(line.writes).toEqual([encodeMessages([a, b])]);
  line.send(c);
  await Promise.resolve();
  expect(line.writes).toHaveLength(2);
});

test('lines that are sent the same are written the same bytes, others are not', async () => {
  const turn = new Turn(encodeMessages);
  const [one, two, three] = [new TestLine(turn), new TestLine(turn), new TestLine(turn)];
  for (const line of [one, two, three]) line.send(a);
  for (const line of [one, two]) line.send(b);
  three.send(c);
  await Promise.resolve();
  expect(one.writes[0]).toBe(two.writes[0]);
  expect(three.writes).toEqual([encodeMessages([a, c])]);
});
