import type { Tally } from './tally.ts';

/** One line of the summary. */
export interface Outcome {
  readonly name: string;
  readonly tally: Tally;
  readonly ms: number;
  /** What to read if it failed. */
  readonly output: string;
}

/** The line printed when a step is done, with the whole output below it if it failed. */
export function outcomeLines({ name, tally, ms, output }: Outcome): string {
  const ok = tally.failed === 0;
  const head = `  ${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds(ms)}   ${counts(tally)}`.trimEnd();
  if (ok) return head;
  return [
    head,
    '',
    ...output
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** The lines after the last step; the very last is the one that machines read. */
export function closingLines(outcomes: readonly Outcome[], total: Tally, ms: number): string {
  const failed = outcomes.filter(({ tally }) => tally.failed > 0).map(({ name }) => name);
  return [
    '',
    ...total.skipped.map(({ title, reason }) => `  skipped: ${title} (${reason})`),
    failed.length === 0
      ? `All is well after ${seconds(ms).trim()}.`
      : `Failed after ${seconds(ms).trim()}: ${failed.join(', ')}.`,
    `${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`,
  ].join('\n');
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(8);

/** A step that is one check says nothing; a step of many tests says how many. */
function counts({ passed, failed, skipped }: Tally): string {
  if (passed + failed + skipped.length === 1) return '';
  return [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ].join(', ');
}
