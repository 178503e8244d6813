const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** The text as Markdown in which nothing means anything. */
export function escapeAll(text: string): string {
  return text.replaceAll(PUNCTUATION, String.raw`\$&`).replaceAll('\u00a0', '&nbsp;');
}

/**
 * The text as Markdown that stays readable: what probably means something is escaped. The caller reads it again,
 * and escapes all if something else comes out.
 *
 * @param paired signs that stand in the line more than once, and so could begin and end something.
 */
export function escapeLightly(text: string, paired: ReadonlySet<string>): string {
  return text
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$|\n)/g, String.raw`\\`)
    .replaceAll(/[`[]/g, String.raw`\$&`)
    .replaceAll(/(?<![ \\]|^)\*|\*(?! |$)/g, String.raw`\*`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replaceAll(/<(?=[a-z/!?])/gi, String.raw`\<`)
    .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`)
    .replaceAll(/[$~^]/g, (sign) => (paired.has(sign) ? `\\${sign}` : sign))
    .replaceAll(/={2,}/g, (signs) => signs.replaceAll('=', String.raw`\=`))
    .replaceAll('://', String.raw`\://`)
    .replaceAll('\u00a0', '&nbsp;');
}

/** Masks what would make a heading, quote, list, rule or table of a line. */
export function escapeLineStart(text: string): string {
  return text.replace(/^(?=[#>+|:=-])/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** The signs of these that stand in the text more than once. */
export function pairedSigns(text: string): Set<string> {
  return new Set(['$', '~', '^'].filter((sign) => text.split(sign).length > 2));
}

/** The text as code between as many backticks as it takes. */
export function codeSpan(text: string): string {
  const runs: readonly string[] = text.match(/`+/g) ?? [];
  let fence = '`';
  while (runs.includes(fence)) fence += '`';
  const needsSpace = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '');
  return needsSpace ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** An address, and a title if there is one, as they stand in a link's parentheses. */
export function linkTarget(href: string, title: unknown): string {
  const masked = href.replaceAll(/[<>\\]|&(?=#?\w+;)/g, String.raw`\$&`);
  const address = /^[^\s<>()\\]+$/.test(href)
    ? masked
    : `<${masked.replaceAll(/[\n\r\t]/g, encodeURIComponent)}>`;
  if (typeof title !== 'string' || title === '') return address;
  const oneLine = title.replaceAll(/\s+/g, ' ').replaceAll(/["\\&]/g, String.raw`\$&`);
  return `${address} "${oneLine}"`;
}
