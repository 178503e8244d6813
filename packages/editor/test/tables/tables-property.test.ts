import type { Command } from '@tiptap/pm/state';
import { CellSelection, TableMap } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { moveLines } from '../../src/tables/move-lines.ts';
import {
  addLine,
  clearCells,
  colorCells,
  deleteLines,
  mergeSelected,
  splitSelected,
  toggleHeadings,
} from '../../src/tables/table-commands.ts';
import { firstTable, gridUpdate } from '../support/grid.ts';
import type { HeadlessWriter } from '../support/headless-writer.ts';
import { LineOfWriters, type Seat } from '../support/line-of-writers.ts';

const commands = {
  rowBefore: addLine('row', 'before'),
  rowAfter: addLine('row', 'after'),
  columnBefore: addLine('column', 'before'),
  columnAfter: addLine('column', 'after'),
  deleteRow: deleteLines('row'),
  deleteColumn: deleteLines('column'),
  rowUp: moveLines('row', -1),
  rowDown: moveLines('row', 1),
  columnLeft: moveLines('column', -1),
  columnRight: moveLines('column', 1),
  rowToStart: moveLines('row', { before: 0 }),
  merge: mergeSelected,
  split: splitSelected,
  headRow: toggleHeadings('row'),
  headColumn: toggleHeadings('column'),
  color: colorCells('red'),
  clear: clearCells,
} as const satisfies Record<string, Command>;

const kinds = fc.constantFrom(
  ...(Object.keys(commands) as (keyof typeof commands)[]),
  ...(['type', 'type', 'type', 'type', 'type', 'undo', 'redo'] as const),
  ...(['exchange', 'exchange', 'send', 'receive', 'leave', 'return', 'reload'] as const),
);

const acts = fc.array(fc.record({ who: fc.nat(2), kind: kinds, at: fc.nat(60), to: fc.nat(60) }), {
  maxLength: 50,
  size: 'max',
});

type Act = typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never;

const FIRST_TYPED = 0x5000;
const lettersOf = ({ text }: HeadlessWriter): string[] =>
  Array.from(text).filter((letter) => letter >= '\u4e00');

/** Three people work on one table, each on a line that brings things late, or breaks. */
class Story {
  readonly line = new LineOfWriters(
    3,
    gridUpdate([
      ['一', '二', '三'],
      ['四', '五', '六'],
      ['七', '八', ''],
    ]),
  );
  readonly typed = Array.from('一二三四五六七八');
  /** What somebody has deleted who had seen it. */
  readonly deleted = new Set<string>();
  readonly lostByTyping: string[] = [];

  play(given: readonly Act[]): HeadlessWriter[] {
    for (const act of given) this.#act(act);
    this.line.comeToRest();
    return this.line.seats.map(({ writer }) => writer);
  }

  #act(act: Act): void {
    const seat = this.line.seat(act.who);
    if (act.kind === 'send') this.line.send(seat);
    else if (act.kind === 'receive') this.line.receive(seat, 1 + (act.at % 4));
    else if (act.kind === 'exchange') this.#exchange();
    else if (act.kind === 'leave') this.line.leave(seat);
    else if (act.kind === 'return') this.line.return(seat, act.at % 2 === 0);
    else if (act.kind === 'reload') this.line.reload(seat);
    else this.#write(seat, act);
  }

  #exchange(): void {
    for (const seat of this.line.seats) {
      this.line.send(seat);
      this.line.receive(seat);
    }
  }

  #write({ writer }: Seat, { kind, at, to }: Act): void {
    const before = lettersOf(writer);
    if (kind === 'type') writer.goTo(at % writer.state.doc.content.size);
    else select(writer, at, to);
    if (kind === 'type') writer.type(this.#newLetter());
    else if (kind === 'undo') writer.history.undo();
    else if (kind === 'redo') writer.history.redo();
    else if (kind in commands) writer.run(commands[kind as keyof typeof commands]);
    writer.history.stopCapturing();
    const after = new Set(lettersOf(writer));
    const gone = before.filter((letter) => !after.has(letter));
    if (kind === 'type') this.lostByTyping.push(...gone);
    for (const letter of gone) this.deleted.add(letter);
  }

  #newLetter(): string {
    const letter = String.fromCharCode(FIRST_TYPED + this.typed.length);
    this.typed.push(letter);
    return letter;
  }
}

/** Puts the caret somewhere, or selects two cells and those between. */
function select(writer: HeadlessWriter, at: number, to: number): void {
  const cells: number[] = [];
  writer.state.doc.descendants((node, position) => {
    if (node.type.name === 'tableCell' || node.type.name === 'tableHeader') cells.push(position);
  });
  const [anchor, head] = [cells[at % cells.length], cells[to % cells.length]];
  const isText = at % 3 > 0 || anchor === undefined || head === undefined;
  if (isText) writer.goTo(at % writer.state.doc.content.size);
  else writer.dispatch((tr) => tr.setSelection(CellSelection.create(tr.doc, anchor, head)));
}

test('whatever three people do to a table at once, no letter is lost and all have the same', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const story = new Story();
      const [first, ...others] = story.play(given);
      for (const other of others) expect(other.shape).toBe(first?.shape);
      expect(story.lostByTyping).toEqual([]);
      const left = new Set(first === undefined ? [] : lettersOf(first));
      const { typed, deleted } = story;
      expect(typed.filter((letter) => !left.has(letter) && !deleted.has(letter))).toEqual([]);
    }),
  );
});

test('and whoever goes on working on it puts it in order, for all', () => {
  fc.assert(
    fc.property(acts, (given) => {
      const story = new Story();
      const [first, ...others] = story.play(given);
      if (first === undefined) return;
      first.goTo(3);
      // All of its cells may be gone.
      fc.pre(first.run(colorCells('blue')));
      story.line.comeToRest();
      for (const writer of [first, ...others]) {
        const table = firstTable(writer.state.doc);
        expect(table === null ? null : TableMap.get(table).problems).toBe(null);
      }
    }),
  );
});
