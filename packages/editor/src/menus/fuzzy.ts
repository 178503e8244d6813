/** Points for the ways in which what was typed can be in a name; more than any points for the way of a lower one. */
const EXACT = 1000;
const START = 800;
const WORD = 600;
const INSIDE = 400;
const LETTERS = 100;

/** A word with fewer letters than this is in nearly every name, letter by letter. */
const MIN_LETTERS = 2;

/** Letters as they are compared: without case, accents and width. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();

/**
 * How well what was typed fits a name, more being better; null if it does not fit: a name must have all its letters in
 * their order. Both as `plain` makes them.
 */
function fit(typed: string, name: string): number | null {
  if (typed === '') return 0;
  if (name === typed) return EXACT;
  // Of two names that begin alike, the one with less to come is meant.
  const rest = Math.min(name.length - typed.length, 90);
  if (name.startsWith(typed)) return START - rest;
  const at = name.indexOf(typed);
  if (at > 0) return (/[\p{L}\p{N}]/u.test(name[at - 1] ?? '') ? INSIDE : WORD) - rest;
  return typed.length < MIN_LETTERS ? null : fitLetters(typed.replaceAll(' ', ''), name);
}

/** The fewer gaps, and the nearer to the beginning, the better. */
function fitLetters(typed: string, name: string): number | null {
  let at = -1;
  let gaps = 0;
  for (const letter of typed) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0) return null;
    // What begins with other letters is hardly meant.
    if (at < 0 && next > 0 && /[\p{L}\p{N}]/u.test(name[next - 1] ?? '')) return null;
    gaps += next - at - 1;
    at = next;
  }
  return gaps > typed.length * 3 ? null : Math.max(1, LETTERS - gaps);
}

/** How well what was typed fits the best of several names; what is an alias counts a little less. */
export function fitBest(typed: string, [name = '', ...aliases]: readonly string[]): number | null {
  const wanted = plain(typed);
  let best = fit(wanted, plain(name));
  for (const alias of aliases) {
    const points = fit(wanted, plain(alias));
    if (points !== null && points - 10 > (best ?? -Infinity)) best = points - 10;
  }
  return best;
}

/**
 * What fits, best first; what fits equally well stays in its order.
 *
 * @param namesOf an item's name and its aliases.
 */
export function rank<T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
): T[] {
  return items
    .flatMap((item) => {
      const points = fitBest(typed, namesOf(item));
      return points === null ? [] : [{ item, points }];
    })
    .toSorted((a, b) => b.points - a.points)
    .map(({ item }) => item);
}
