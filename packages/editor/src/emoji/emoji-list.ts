/** A sign and the words by which it is found. */
export interface Emoji {
  readonly sign: string;
  /** Its name first, in the reader's language, then other words. */
  readonly names: readonly string[];
  /** What stands between two colons where signs are written out, as in `:tada:`. */
  readonly codes: readonly string[];
}

interface Entry {
  readonly hexcode: string;
  readonly unicode: string;
  readonly label: string;
  readonly tags: readonly string[];
  readonly order: number;
}

/**
 * Makes one list of the data of a language and the English data, in the order in which keyboards show them.
 *
 * @param codes GitHub's, by the sign's code points; for one sign a text or several.
 */
export function emojiList(own: unknown, english: unknown, codes: unknown): Emoji[] {
  const inEnglish = new Map(parse(english).map((entry) => [entry.hexcode, entry]));
  return parse(own)
    .toSorted((a, b) => a.order - b.order)
    .map(({ hexcode, unicode, label, tags }) => {
      const other = inEnglish.get(hexcode);
      const others = other === undefined ? [] : [other.label, ...other.tags];
      const written = codesOf(codes, hexcode);
      return {
        sign: unicode,
        names: [...new Set([label, ...tags, ...others, ...written])],
        codes: written,
      };
    });
}

function codesOf(codes: unknown, hexcode: string): string[] {
  if (typeof codes !== 'object' || codes === null) return [];
  const found: unknown = Reflect.get(codes, hexcode);
  return [found].flat().filter((code): code is string => typeof code === 'string');
}

/** What has no place in the order is a part of other signs. */
function parse(data: unknown): Entry[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { hexcode, unicode, label, tags, order } = entry as Record<string, unknown>;
    if (typeof hexcode !== 'string' || typeof unicode !== 'string') return [];
    if (typeof label !== 'string' || typeof order !== 'number') return [];
    const words = Array.isArray(tags) ? tags : [];
    return [
      {
        hexcode,
        unicode,
        label,
        order,
        tags: words.filter((tag: unknown): tag is string => typeof tag === 'string'),
      },
    ];
  });
}
