/** What a conversion could not carry, or could carry only in part. */
export const lossKinds = [
  'emptyLine',
  'listNumbering',
  'columnWidth',
  'tableAsHtml',
  'blockAsHtml',
  'styleAsHtml',
  'inlineAsHtml',
  'inlineAsText',
  'pictureLinked',
  'picture',
  'formula',
  'toggle',
  'contents',
  'codeLanguage',
  'film',
  'embed',
  'file',
  'outOfPlace',
  'tableLook',
  'tooltip',
  'unsafeAddress',
  'deepHeading',
  'comment',
  'note',
  'trackedChange',
  'pageFurniture',
  'drawing',
  'formControl',
  'frontMatter',
  'unknown',
] as const;

export type LossKind = (typeof lossKinds)[number];

/** One kind of thing that was not carried: how many there were, and what the first of them said. */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  readonly example?: string;
}

/** What a conversion made, and what it could not carry. */
export interface Carried<T> {
  readonly result: T;
  readonly losses: readonly Loss[];
}

/** Letters of an example: enough to find it again. */
const EXAMPLE_LENGTH = 60;

/** Counts losses while a conversion runs. */
export class LossCount {
  readonly #counts = new Map<LossKind, { count: number; example: string }>();

  /** Notes one thing that was not carried, and what it said. */
  note(kind: LossKind, example: unknown = ''): void {
    const words = typeof example === 'string' ? example.replaceAll(/\s+/g, ' ').trim() : '';
    const known = this.#counts.get(kind);
    if (known === undefined) this.#counts.set(kind, { count: 1, example: shorten(words) });
    else {
      known.count += 1;
      known.example ||= shorten(words);
    }
  }

  /** What was noted so far, in the order of `lossKinds`. */
  all(): Loss[] {
    return lossKinds.flatMap((kind) => {
      const known = this.#counts.get(kind);
      if (known === undefined) return [];
      const { count, example } = known;
      return [example === '' ? { kind, count } : { kind, count, example }];
    });
  }
}

/** Several conversions' losses as one report. */
export function joinLosses(losses: readonly Loss[]): Loss[] {
  return lossKinds.flatMap((kind) => {
    const some = losses.filter((loss) => loss.kind === kind);
    if (some.length === 0) return [];
    const count = some.reduce((sum, loss) => sum + loss.count, 0);
    const example = some.find((loss) => loss.example !== undefined)?.example;
    return [example === undefined ? { kind, count } : { kind, count, example }];
  });
}

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= EXAMPLE_LENGTH
    ? text
    : `${letters.slice(0, EXAMPLE_LENGTH - 1).join('')}…`;
}
