import * as Y from 'yjs';

import type { Unit } from './copies.ts';

/** A letter of a text (a UTF-16 unit), or an element that stands in a line as a letter does. */
export interface Letter extends Unit {
  readonly char: string;
  /** Its text; null for an element. */
  readonly text: Y.XmlText | null;
  readonly attributes: Attributes;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** What stands for an element in a line; a line break becomes a letter in code, and a letter of code a line break. */
const charOf = ({ nodeName }: Y.XmlElement): string => (nodeName === 'hardBreak' ? '\n' : '\ufffc');

/** All items of a type in their order, also deleted ones. */
export function* itemsOf({ _start }: { readonly _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = _start; item !== null; item = item.right) yield item;
}

/** The element or text that an item is; null for letters. */
export function typeOf({ content }: Y.Item): Y.XmlElement | Y.XmlText | null {
  if (!(content instanceof Y.ContentType)) return null;
  const { type } = content;
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? type : null;
}

export const isElement = (value: unknown): value is Y.XmlElement => value instanceof Y.XmlElement;

/** The element an item is directly in; null at the top, and for what belongs to no tree of ours. */
export function elementAround({ parent }: Y.Item): Y.XmlElement | null {
  return parent instanceof Y.XmlElement ? parent : null;
}

/** The paragraph, heading or the like whose line a letter or an inline element is in. */
export function lineOf(item: Y.Item): Y.XmlElement | null {
  if (!(item.parent instanceof Y.XmlText)) return elementAround(item);
  return item.parent._item === null ? null : elementAround(item.parent._item);
}

/** True for paragraphs, headings and the like: what is in them is in a line. */
export function isLine(element: Y.XmlElement): boolean {
  for (const item of itemsOf(element)) if (typeOf(item) instanceof Y.XmlText) return true;
  return false;
}

/**
 * The letters of a line, deleted ones too, as far as they are wanted.
 *
 * @param counts whether formatting, deleted or not, is in force for the letters behind it.
 */
export function lettersOf(
  line: Y.XmlElement,
  wanted: (item: Y.Item) => boolean,
  counts: (item: Y.Item) => boolean = (item) => !item.deleted,
): Letter[] {
  const letters: Letter[] = [];
  for (const item of itemsOf(line)) {
    const type = typeOf(item);
    if (type instanceof Y.XmlText) collect(type, wanted, counts, letters);
    else if (type !== null && wanted(item)) letters.push(letterAt(item, 0, charOf(type), null, {}));
  }
  return letters;
}

function collect(
  text: Y.XmlText,
  wanted: (item: Y.Item) => boolean,
  counts: (item: Y.Item) => boolean,
  letters: Letter[],
): void {
  let attributes: Attributes = {};
  for (const item of itemsOf(text)) {
    const { content } = item;
    if (content instanceof Y.ContentFormat && counts(item)) {
      const { [content.key]: _, ...others } = attributes;
      attributes = content.value === null ? others : { ...others, [content.key]: content.value };
    } else if (content instanceof Y.ContentString && wanted(item)) {
      for (let offset = 0; offset < content.str.length; offset += 1) {
        letters.push(letterAt(item, offset, content.str.charAt(offset), text, attributes));
      }
    } else if (content instanceof Y.ContentDeleted && wanted(item)) {
      // What it said is forgotten; where it was is not.
      for (let offset = 0; offset < content.len; offset += 1) {
        letters.push(letterAt(item, offset, '', text, attributes));
      }
    }
  }
}

const letterAt = (
  { id }: Y.Item,
  offset: number,
  char: string,
  text: Y.XmlText | null,
  attributes: Attributes,
): Letter => ({ client: id.client, clock: id.clock + offset, char, text, attributes });

export const spell = (letters: readonly Letter[]): string =>
  letters.map(({ char }) => char).join('');

/**
 * Yjs remembers places of texts, and forgets them when others or an undo change the text; but not before this is run,
 * and not when items are deleted one by one.
 */
export function forgetPlaces({ changed }: Y.Transaction): void {
  for (const type of changed.keys()) if (type._searchMarker) type._searchMarker.length = 0;
}
