/** A formula that somebody has typed: from where to where in the text before the caret, and what it is. */
export interface TypedMath {
  readonly from: number;
  readonly to: number;
  readonly latex: string;
}

/**
 * `$…$` right before the caret or before one sign behind it. As in other editors a formula begins and ends without a
 * space, and the first dollar sign stands at the beginning of a word, so that prices and paths stay what they are.
 */
const INLINE = /(?:^|[\s([{„“"'—–])(\$([^\s$](?:[^$]*[^\s$])?)\$)([ \t.,;:!?)\]]?)$/;

/** A whole line that is `$$…$$`. */
const BLOCK = /^\$\$\s*([^$]*[^\s$])\s*\$\$$/;

/** Stands for what is no letter: a formula does not reach over it. */
export const NO_LETTER = '\ufffc';

/** The formula that ends the text before the caret, with a sign after it or without; null if none does. */
export function typedInline(before: string): TypedMath | null {
  const found = INLINE.exec(before);
  const [, whole = '', latex = '', after = ''] = found ?? [];
  if (found === null || latex.includes(NO_LETTER)) return null;
  const to = before.length - after.length;
  return { from: to - whole.length, to, latex };
}

/** The formula that a line consists of; null if it is something else. */
export function typedBlock(line: string): string | null {
  const latex = BLOCK.exec(line)?.[1];
  return latex === undefined || latex.includes(NO_LETTER) ? null : latex;
}
