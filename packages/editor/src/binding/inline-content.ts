import type { Mark, Node } from '@tiptap/pm/model';
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';

import { textEdit, type TextEdit } from '@indelible/document';

/** What our patch of y-tiptap passes on of its own. */
export interface InlineTools {
  readonly mapping: Map<unknown, unknown>;
  readonly attributesOf: (marks: readonly Mark[]) => Attributes;
  readonly create: (node: Node) => Y.XmlElement;
  /** Brings an element's attributes up to date. */
  readonly update: (element: Y.XmlElement, node: Node) => void;
}

type Attributes = Record<string, unknown>;
type Child = Y.XmlElement | Y.XmlText;

/** A piece of the text as the page has it: letters that are formatted alike, or one element. */
type Piece =
  | { readonly text: string; readonly attributes: Attributes }
  | { readonly text: string; readonly node: Node };

/**
 * Brings the inline content of a Yjs element (a paragraph, a heading) up to what the page has.
 *
 * Two people who begin to write in the same empty paragraph each make a text of their own, and both texts stay
 * side by side. y-tiptap takes all texts next to each other for one, copies them into the first and deletes the
 * others: what is being typed into those is then lost, or there twice when both people do so. Here every letter
 * stays in the text it was typed into, and a text is never deleted, even an empty one.
 *
 * @param caret where the caret is in `node` now, if it is there: it tells which of several equal letters was typed.
 */
export function updateInlineContent(
  parent: Y.XmlElement,
  node: Node,
  tools: InlineTools,
  caret?: number,
): void {
  const pieces = piecesOf(node, tools);
  const alphabet = placeholdersFor(parent, node);
  const after = spell(pieces, alphabet);
  const { index, remove, insert } = editBetween(spellChildren(parent, alphabet), after, caret);
  removeRange(parent, index, remove, tools);
  if (insert !== '') {
    insertPieces(parent, index, slicePieces(pieces, index, index + insert.length), tools);
  }
  updateElements(parent, pieces, tools);
  format(parent, pieces);
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) tools.mapping.delete(child);
  }
}

/** The smallest edit; of several, the one that ends at the caret. */
function editBetween(before: string, after: string, caret: number | undefined): TextEdit {
  const smallest = textEdit(before, after);
  if (caret === undefined) return smallest;
  const atCaret = textEdit(before, after, caret);
  const isAsSmall =
    atCaret.remove === smallest.remove && atCaret.insert.length === smallest.insert.length;
  return isAsSmall ? atCaret : smallest;
}

const childrenOf = (parent: Y.XmlElement): Child[] =>
  parent.toArray().filter((child): child is Child => !(child instanceof Y.XmlHook));

const lengthOf = (child: Child): number => (child instanceof Y.XmlText ? child.length : 1);

function piecesOf(parent: Node, { attributesOf }: InlineTools): Piece[] {
  return parent.children.map((node) =>
    node.isText
      ? { text: node.text ?? '', attributes: attributesOf(node.marks) }
      : { text: '\ufffc', node },
  );
}

/**
 * For each kind of element a letter that stands for it while texts are compared: one of the private use
 * area that nobody has typed here.
 */
function placeholdersFor(parent: Y.XmlElement, node: Node): (name: string) => string {
  const letters = new Map<string, string>();
  const typed = node.textContent + textsOf(parent);
  let code = 0xe000;
  return (name) => {
    const known = letters.get(name);
    if (known !== undefined) return known;
    while (typed.includes(String.fromCharCode(code))) code += 1;
    const letter = String.fromCharCode(code);
    code += 1;
    letters.set(name, letter);
    return letter;
  };
}

const spell = (pieces: readonly Piece[], letterFor: (name: string) => string): string =>
  pieces.map((piece) => ('node' in piece ? letterFor(piece.node.type.name) : piece.text)).join('');

const spellChildren = (parent: Y.XmlElement, letterFor: (name: string) => string): string =>
  childrenOf(parent)
    .map((child) => (child instanceof Y.XmlText ? textOf(child) : letterFor(child.nodeName)))
    .join('');

const textsOf = (parent: Y.XmlElement): string =>
  childrenOf(parent)
    .map((child) => (child instanceof Y.XmlText ? textOf(child) : ''))
    .join('');

interface Delta {
  readonly insert: string;
  readonly attributes?: Attributes;
}

/** Our texts hold letters and nothing else. */
const deltaOf = (text: Y.XmlText): Delta[] => text.toDelta() as Delta[];

const textOf = (text: Y.XmlText): string =>
  deltaOf(text)
    .map(({ insert }) => insert)
    .join('');

function removeRange(parent: Y.XmlElement, from: number, count: number, tools: InlineTools): void {
  let end = childrenOf(parent).reduce((sum, child) => sum + lengthOf(child), 0);
  for (const [position, child] of [...childrenOf(parent).entries()].toReversed()) {
    const start = end - lengthOf(child);
    const first = Math.max(from, start);
    const length = Math.min(from + count, end) - first;
    if (length > 0 && child instanceof Y.XmlText) child.delete(first - start, length);
    else if (length > 0) {
      tools.mapping.delete(child);
      parent.delete(position, 1);
    }
    end = start;
  }
}

/** The pieces, or parts of them, between two places of the whole. */
function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let start = 0;
  return pieces.flatMap((piece) => {
    const first = Math.max(from - start, 0);
    const last = Math.min(to - start, piece.text.length);
    start += piece.text.length;
    return last > first ? [{ ...piece, text: piece.text.slice(first, last) }] : [];
  });
}

function insertPieces(
  parent: Y.XmlElement,
  index: number,
  pieces: readonly Piece[],
  tools: InlineTools,
): void {
  const { text, offset, position } = placeOf(parent, index);
  const elementAt = pieces.findIndex((piece) => 'node' in piece);
  let left = pieces;
  let tail: Delta[] = [];
  if (text !== null) {
    if (elementAt >= 0) tail = cutOff(text, offset);
    left = elementAt >= 0 ? pieces.slice(elementAt) : [];
    insertTexts(text, offset, pieces.slice(0, pieces.length - left.length));
  }
  const children = left.map((piece) => newChild(piece, tools));
  if (tail.length > 0) children.push(newText(tail));
  if (children.length > 0) parent.insert(position, children);
}

function insertTexts(text: Y.XmlText, offset: number, pieces: readonly Piece[]): void {
  let at = offset;
  for (const piece of pieces) {
    if (!('node' in piece)) text.insert(at, piece.text, piece.attributes);
    at += piece.text.length;
  }
}

/** The first text that reaches the place, and where a child would have to be inserted to be there. */
function placeOf(
  parent: Y.XmlElement,
  index: number,
): { readonly text: Y.XmlText | null; readonly offset: number; readonly position: number } {
  let start = 0;
  let position = 0;
  for (const child of childrenOf(parent)) {
    const end = start + lengthOf(child);
    if (child instanceof Y.XmlText && index <= end) {
      return { text: child, offset: index - start, position: position + 1 };
    }
    if (index <= start) break;
    start = end;
    position += 1;
  }
  return { text: null, offset: 0, position };
}

/** Takes away what comes after `offset`, to be put behind an element in the middle of the text. */
function cutOff(text: Y.XmlText, offset: number): Delta[] {
  let end = 0;
  const tail = deltaOf(text).flatMap((part) => {
    const start = end;
    end += part.insert.length;
    const insert = part.insert.slice(Math.max(0, offset - start));
    return insert === '' ? [] : [{ ...part, insert }];
  });
  if (text.length > offset) text.delete(offset, text.length - offset);
  return tail;
}

function newChild(piece: Piece, tools: InlineTools): Child {
  if ('node' in piece) return tools.create(piece.node);
  return newText([{ insert: piece.text, attributes: piece.attributes }]);
}

function newText(delta: readonly Delta[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta([...delta]);
  return text;
}

/** After the edit both sides have the same elements in the same order. */
function updateElements(parent: Y.XmlElement, pieces: readonly Piece[], tools: InlineTools): void {
  const nodes = pieces.flatMap((piece) => ('node' in piece ? [piece.node] : []));
  const elements = childrenOf(parent).filter((child) => child instanceof Y.XmlElement);
  for (const [index, element] of elements.entries()) {
    const node = nodes[index];
    if (node !== undefined) tools.update(element, node);
  }
}

function format(parent: Y.XmlElement, pieces: readonly Piece[]): void {
  let start = 0;
  for (const child of childrenOf(parent)) {
    const end = start + lengthOf(child);
    if (child instanceof Y.XmlText) formatText(child, slicePieces(pieces, start, end));
    start = end;
  }
}

function formatText(text: Y.XmlText, pieces: readonly Piece[]): void {
  const present = joined(deltaOf(text));
  const wanted = pieces.map((piece) => ({
    insert: piece.text,
    attributes: 'node' in piece ? {} : piece.attributes,
  }));
  if (equalityDeep(present, wanted)) return;
  const none: Attributes = {};
  for (const { attributes } of present) {
    for (const name of Object.keys(attributes)) none[name] = null;
  }
  text.applyDelta(
    wanted.map(({ insert, attributes }) => ({
      retain: insert.length,
      attributes: { ...none, ...attributes },
    })),
  );
}

/** Yjs may tell letters apart that are formatted alike. */
function joined(delta: readonly Delta[]): Required<Delta>[] {
  const parts: Required<Delta>[] = [];
  for (const { insert, attributes = {} } of delta) {
    const last = parts.at(-1);
    if (last === undefined || !equalityDeep(last.attributes, attributes)) {
      parts.push({ insert, attributes });
    } else {
      parts.splice(-1, 1, { insert: last.insert + insert, attributes });
    }
  }
  return parts;
}
