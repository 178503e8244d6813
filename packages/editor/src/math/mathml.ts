import katex from 'katex';

import { OPTIONS } from './options.ts';

/** A formula as MathML, which browsers draw by themselves; null if KaTeX can't read it. */
export function formulaAsMathMl(latex: string, isBlock: boolean): string | null {
  if (latex.trim() === '') return null;
  try {
    return katex.renderToString(latex, { ...OPTIONS, displayMode: isBlock, output: 'mathml' });
  } catch (error) {
    if (error instanceof katex.ParseError) return null;
    throw error;
  }
}
