import type * as formula from './formula.ts';

type Math = typeof formula;

let loading: Promise<Math> | null = null;

/** KaTeX, its styles and its fonts, fetched for the first formula. Whoever could not fetch it may try again. */
export function loadMath(): Promise<Math> {
  loading ??= import('./formula.ts').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
