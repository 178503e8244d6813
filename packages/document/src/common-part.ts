/** Longer texts are not compared letter by letter. */
const MAX_COMPARISONS = 250_000;

export interface CommonPart {
  readonly inFirst: number;
  readonly inSecond: number;
  readonly length: number;
}

/**
 * The longest part that two texts have in common.
 *
 * @param ignored a letter that is like no other.
 */
export function commonPart(first: string, second: string, ignored: string): CommonPart {
  let longest: CommonPart = { inFirst: 0, inSecond: 0, length: 0 };
  if (first.length * second.length > MAX_COMPARISONS) return longest;
  let above: number[] = [];
  for (let row = 0; row < first.length; row += 1) {
    const lengths: number[] = [];
    for (let column = 0; column < second.length; column += 1) {
      const isSame = first[row] === second[column] && first[row] !== ignored;
      const length = isSame ? (above[column - 1] ?? 0) + 1 : 0;
      lengths.push(length);
      if (length > longest.length) {
        longest = { inFirst: row - length + 1, inSecond: column - length + 1, length };
      }
    }
    above = lengths;
  }
  return longest;
}
