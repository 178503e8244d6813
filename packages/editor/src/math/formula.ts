import katex from 'katex';

import 'katex/dist/katex.min.css';

import { OPTIONS } from './options.ts';

/**
 * Draws a formula.
 *
 * @returns where in the formula KaTeX lost its way, null if it didn't.
 */
export function drawFormula(place: HTMLElement, latex: string, isBlock: boolean): number | null {
  try {
    katex.render(latex, place, { ...OPTIONS, displayMode: isBlock });
    return null;
  } catch (error) {
    if (error instanceof katex.ParseError) return error.position ?? 0;
    throw error;
  }
}
