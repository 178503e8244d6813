import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters, type Seat } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

type Shape = keyof typeof shapes;

const kinds = fc.constantFrom(
  ...(Object.keys(shapes) as Shape[]),
  ...(['type', 'type', 'type', 'type', 'delete', 'undo', 'redo'] as const),
  ...(['exchange', 'exchange', 'send', 'receive', 'leave', 'return', 'reload'] as const),
);

const acts = fc.array(
  fc.record({
    who: fc.nat(2),
    kind: kinds,
    at: fc.nat(80),
    length: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 80, size: 'max' },
);

/** Every letter that is typed is another one. */
const firstLetters = '一二三四五六七八';
const FIRST_TYPED = 0x5000;

const lettersOf = ({ text }: HeadlessWriter): string[] =>
  Array.from(text).filter((letter) => letter >= '\u4e00');

/** Three people, each on a line that brings things late, or breaks, write and change the shape of what they write. */
class Story {
  readonly line: LineOfWriters;
  readonly typed = Array.from(firstLetters);
  /** What somebody has deleted who had seen it. */
  readonly deleted = new Set<string>();

  constructor(isKeeping: boolean) {
    const seed = documentOf(firstLetters.slice(0, 4), firstLetters.slice(4));
    this.line = new LineOfWriters(3, seed, isKeeping);
  }

  play(acts: Iterable<Act>): HeadlessWriter[] {
    for (const act of acts) this.#act(act);
    this.line.comeToRest();
    return this.line.seats.map(({ writer }) => writer);
  }

  #act({ who, kind, at, length }: Act): void {
    const seat = this.line.seat(who);
    if (kind === 'send') this.line.send(seat);
    else if (kind === 'receive') this.line.receive(seat, length);
    else if (kind === 'exchange') this.#exchange();
    else if (kind === 'leave') this.line.leave(seat);
    else if (kind === 'return') this.line.return(seat, length % 2 === 0);
    else if (kind === 'reload') this.line.reload(seat);
    else this.#write(seat, kind, at, length);
  }

  #exchange(): void {
    for (const seat of this.line.seats) {
      this.line.send(seat);
      this.line.receive(seat);
    }
  }

  #write({ writer }: Seat, kind: Act['kind'], at: number, length: number): void {
    const before = lettersOf(writer);
    writer.goTo(at % writer.state.doc.content.size);
    if (kind === 'type') writer.type(this.#newLetters(length));
    else if (kind === 'undo') writer.history.undo();
    else if (kind === 'redo') writer.history.redo();
    else if (kind === 'delete') remove(writer, length);
    else if (kind in shapes) shape(writer, kind as Shape, length);
    writer.history.stopCapturing();
    const after = new Set(lettersOf(writer));
    for (const letter of before) if (!after.has(letter)) this.deleted.add(letter);
  }

  #newLetters(count: number): string {
    const first = FIRST_TYPED + this.typed.length;
    const letters = Array.from({ length: count }, (_, n) => String.fromCharCode(first + n));
    this.typed.push(...letters);
    return letters.join('');
  }
}

type Act = typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never;

function remove(writer: HeadlessWriter, length: number): void {
  const { from } = writer.state.selection;
  const to = Math.min(from + length, writer.state.doc.content.size - 1);
  if (to > from) writer.dispatch((tr) => tr.delete(from, to));
}

function shape(writer: HeadlessWriter, kind: Shape, length: number): void {
  const { $from } = writer.state.selection;
  if (kind === 'join') writer.goTo($from.start());
  if (kind === 'joinForward') writer.goTo($from.end());
  if (kind === 'bold') {
    const to = Math.min($from.pos + length, writer.state.doc.content.size - 1);
    writer.dispatch((tr) =>
      tr.setSelection(TextSelection.between(tr.doc.resolve($from.pos), tr.doc.resolve(to))),
    );
  }
  writer.run(shapes[kind]);
}

test('whatever three people do to a text and its shape, no letter is lost, and all have the same', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const story = new Story(true);
      const [first, ...others] = story.play(given);
      for (const other of others) expect(other.shape).toBe(first?.shape);
      const left = new Set(first === undefined ? [] : lettersOf(first));
      const { typed, deleted } = story;
      expect(typed.filter((letter) => !left.has(letter) && !deleted.has(letter))).toEqual([]);
    }),
  );
});

test('and nothing is there twice unless somebody has undone something', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const [first] = new Story(true).play(
        given.filter(({ kind }) => kind !== 'undo' && kind !== 'redo'),
      );
      const left = first === undefined ? [] : lettersOf(first);
      expect(left.filter((letter, index) => left.indexOf(letter) !== index)).toEqual([]);
    }),
  );
});

test('without keeping words, letters would be lost', () => {
  expect(() =>
    fc.assert(
      fc.property(acts, (given) => {
        const story = new Story(false);
        const [first] = story.play(given);
        const left = new Set(first === undefined ? [] : lettersOf(first));
        const { typed, deleted } = story;
        expect(typed.every((letter) => left.has(letter) || deleted.has(letter))).toBe(true);
      }),
      { numRuns: 100, seed: 1 },
    ),
  ).toThrow('Property failed');
});
