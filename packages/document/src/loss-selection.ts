import type { Unit } from './copies.ts';
import type { Block, Losses } from './lost.ts';

/** The wanted part of the losses. */
export const select = (losses: Losses, wanted: (unit: Unit) => boolean): Losses => ({
  lines: losses.lines.flatMap((line) => {
    const runs = line.runs.flatMap((run) => {
      const letters = run.letters.filter(wanted);
      return letters.length > 0 ? [{ ...run, letters }] : [];
    });
    return runs.length > 0 ? [{ ...line, runs }] : [];
  }),
  blocks: losses.blocks.filter(({ block: { unit } }) => unit !== null && wanted(unit)),
});

/** Wants what the other does not. */
export const not =
  (wanted: (unit: Unit) => boolean) =>
  (unit: Unit): boolean =>
    !wanted(unit);

export const isNothing = ({ lines, blocks }: Losses): boolean => lines.length + blocks.length === 0;

/** The same losses with nothing but the lines of the blocks, in their order: what was around them could not be. */
export const inLines = ({ lines, blocks }: Losses): Losses => ({
  lines,
  blocks: blocks.flatMap(({ block, place, holder }) =>
    linesIn(block).map((line, index, all) => {
      const { name, unit } = all[index - 1] ?? { name: '', unit: null };
      const before = unit === null ? [] : [{ name, units: [unit] }];
      return { block: line, holder, place: [{ before, after: [], holder: null }, ...place] };
    }),
  ),
});

const linesIn = (block: Block): Block[] => [
  ...(block.letters.length > 0
    ? [{ ...block, name: 'paragraph', attributes: {}, blocks: [] }]
    : []),
  ...block.blocks.flatMap(linesIn),
];
