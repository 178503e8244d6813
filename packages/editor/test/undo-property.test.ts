import { type Command, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { moveLines } from '../src/tables/move-lines.ts';
import { addLine, deleteLines, toggleHeadings } from '../src/tables/table-commands.ts';
import { gridUpdate } from './support/grid.ts';
import type { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters, type Seat } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

const commands: Readonly<Record<string, Command>> = {
  ...shapes,
  rowAfter: addLine('row', 'after'),
  columnAfter: addLine('column', 'after'),
  deleteRow: deleteLines('row'),
  deleteColumn: deleteLines('column'),
  rowDown: moveLines('row', 1),
  columnRight: moveLines('column', 1),
  headings: toggleHeadings('row'),
};

const kinds = (names: readonly string[]) =>
  fc.constantFrom(
    ...names,
    ...([
      'type',
      'type',
      'type',
      'type',
      'delete',
      'undo',
      'redo',
      'exchange',
      'exchange',
    ] as const),
  );
const actsOf = (names: readonly string[]) =>
  fc.array(
    fc.record({
      who: fc.nat(1),
      kind: kinds(names),
      at: fc.nat(60),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 40, size: 'max' },
  );

interface Act {
  readonly who: number;
  readonly kind: string;
  readonly at: number;
  readonly length: number;
}

const FIRST_TYPED = 0x5000;
const lettersOf = ({ text }: HeadlessWriter): string[] =>
  Array.from(text).filter((letter) => letter >= '\u4e00');

/** Ada and Bo write in one document; in the end Ada takes back all that she did. */
class Story {
  readonly line: LineOfWriters;
  readonly typed: [string[], string[]] = [[], []];
  readonly #first: readonly string[];
  /** What Bo has deleted, and not brought back. */
  readonly deletedByBo = new Set<string>();
  /** What Bo has ever deleted; if he brought it back it is his. */
  readonly touchedByBo = new Set<string>();
  /** What Ada has ever deleted. */
  readonly deletedByAda = new Set<string>();
  #next = FIRST_TYPED;

  constructor(seed: Uint8Array) {
    this.line = new LineOfWriters(2, seed);
    this.#first = lettersOf(this.line.seat(0).writer);
  }

  /** What Bo would have without Ada. */
  get bos(): string[] {
    return [...this.#first, ...this.typed[1]].filter((letter) => !this.deletedByBo.has(letter));
  }

  /** @param isAtOnce whether what one does comes to the other only now and then. */
  play(acts: readonly Act[], isAtOnce: boolean): void {
    for (const act of acts) {
      if (act.kind !== 'exchange') this.#write(this.line.seat(act.who), act);
      if (act.kind === 'exchange' || !isAtOnce) this.line.comeToRest();
    }
    this.line.comeToRest();
    const { writer } = this.line.seat(0);
    while (writer.history.canUndo()) writer.history.undo();
    this.line.comeToRest();
  }

  #write({ writer }: Seat, { who, kind, at, length }: Act): void {
    const before = new Set(lettersOf(writer));
    writer.goTo(at % writer.state.doc.content.size);
    if (kind === 'type') writer.type(this.#letters(who === 0 ? 0 : 1, length));
    else if (kind === 'undo') writer.history.undo();
    else if (kind === 'redo') writer.history.redo();
    else if (kind === 'delete') remove(writer, length);
    else shape(writer, kind, length);
    writer.history.stopCapturing();
    const after = new Set(lettersOf(writer));
    const deleted = who === 0 ? this.deletedByAda : this.deletedByBo;
    for (const letter of before) if (!after.has(letter)) deleted.add(letter);
    for (const letter of deleted) if (who === 1) this.touchedByBo.add(letter);
    if (who === 0) return;
    for (const letter of after) if (!before.has(letter)) deleted.delete(letter);
  }

  #letters(who: 0 | 1, count: number): string {
    const letters = Array.from({ length: count }, () => String.fromCharCode((this.#next += 1)));
    this.typed[who].push(...letters);
    return letters.join('');
  }
}

function remove(writer: HeadlessWriter, length: number): void {
  const { from, $from } = writer.state.selection;
  const to = Math.min(from + length, $from.end());
  if (to > from) writer.dispatch((tr) => tr.delete(from, to));
}

function shape(writer: HeadlessWriter, kind: string, length: number): void {
  const { $from } = writer.state.selection;
  if (kind === 'join') writer.goTo($from.start());
  if (kind === 'joinForward') writer.goTo($from.end());
  if (kind === 'bold') {
    const to = Math.min($from.pos + length, writer.state.doc.content.size - 1);
    writer.dispatch((tr) =>
      tr.setSelection(TextSelection.between(tr.doc.resolve($from.pos), tr.doc.resolve(to))),
    );
  }
  const command = commands[kind];
  if (command !== undefined) writer.run(command);
}

function play(
  names: readonly string[],
  seed: () => Uint8Array,
  isAtOnce: boolean,
  then: (story: Story) => void,
): void {
  fc.assert(
    fc.property(actsOf(names), (acts) => {
      const story = new Story(seed());
      story.play(acts, isAtOnce);
      const [ada, bo] = [story.line.seat(0).writer, story.line.seat(1).writer];
      expect(ada.shape).toBe(bo.shape);
      then(story);
    }),
  );
}

/** Bo's own words that nobody has deleted are there, whatever became of what they were in. */
function expectBosWords({ line, typed, deletedByAda, deletedByBo }: Story): void {
  const left = new Set(lettersOf(line.seat(0).writer));
  const kept = typed[1].filter((letter) => !deletedByAda.has(letter) && !deletedByBo.has(letter));
  const lost = kept.filter((letter) => !left.has(letter));
  expect(lost).toEqual([]);
}

test('in words and their formatting, whoever takes back all that they did leaves exactly what the other did', () => {
  const seed = () => documentOf('一二三四', '五六七八');
  play(['bold'], seed, true, ({ line, bos, typed, deletedByAda, deletedByBo, touchedByBo }) => {
    const left = lettersOf(line.seat(0).writer);
    // What both have deleted at once comes back when one of them takes that back.
    const isOfBoth = (letter: string) =>
      (deletedByAda.has(letter) && deletedByBo.has(letter)) ||
      (typed[0].includes(letter) && touchedByBo.has(letter));
    const ofBo = (letter: string) => !isOfBoth(letter);
    expect(left.filter(ofBo).toSorted()).toEqual(bos.filter(ofBo).toSorted());
  });
});

test('in blocks and lists, whoever takes back all that they did leaves every word of the other', () => {
  play(Object.keys(shapes), () => documentOf('一二三四', '五六七八'), false, expectBosWords);
});

test('in tables, whoever takes back all that they did leaves every word of the other', () => {
  const seed = () =>
    gridUpdate([
      ['一', '二'],
      ['三', '四'],
    ]);
  play(Object.keys(commands), seed, false, expectBosWords);
});
