/** Replace `remove` UTF-16 units at `index` by `insert`. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest single edit that turns `before` into `after`, never cutting a surrogate pair in two.
 *
 * @param caret where the edit ends in `after`, if known: it says which of several equal letters was typed.
 */
export function textEdit(before: string, after: string, caret?: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const bySuffix = caret !== undefined;
  const suffixLimit = bySuffix ? Math.min(shorter, after.length - caret) : shorter;

  let prefix = bySuffix ? 0 : commonPrefix(before, after, shorter);
  const suffix = commonSuffix(before, after, Math.min(suffixLimit, shorter - prefix));
  if (bySuffix) prefix = commonPrefix(before, after, shorter - suffix);

  return {
    index: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
