/** What a stretch of code is, as far as it has a colour of its own. */
export const TOKEN_KINDS = [
  'comment',
  'keyword',
  'string',
  'number',
  'name',
  'type',
  'attribute',
  'meta',
  'added',
  'removed',
  'strong',
  'emphasis',
] as const;

/** Start, end (in UTF-16 units of the code) and index in `TOKEN_KINDS` of one stretch after the other. */
export type Tokens = Uint32Array;

/** One stretch of code. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
}

const WIDTH = 3;

/** Those stretches that touch a part of the code, in their order. */
export function tokensWithin(tokens: Tokens, from: number, to: number): Token[] {
  const within: Token[] = [];
  for (let at = firstEndingAfter(tokens, from); at < tokens.length; at += WIDTH) {
    const token = tokenAt(tokens, at);
    if (token.from >= to) break;
    within.push(token);
  }
  return within;
}

/** Stretches neither overlap nor go back, so that the one wanted can be found by halving. */
function firstEndingAfter(tokens: Tokens, place: number): number {
  let low = 0;
  let high = tokens.length / WIDTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle * WIDTH + 1] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low * WIDTH;
}

function tokenAt(tokens: Tokens, at: number): Token {
  return { from: tokens[at] ?? 0, to: tokens[at + 1] ?? 0, kind: tokens[at + 2] ?? 0 };
}
