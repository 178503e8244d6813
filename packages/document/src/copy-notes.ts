import * as Y from 'yjs';

import { commonPart } from './common-part.ts';
import { type Copy, joinCopies, keyOf, type Unit } from './copies.ts';
import {
  elementAround,
  isLine,
  itemsOf,
  type Letter,
  lettersOf,
  lineOf,
  spell,
  typeOf,
} from './letters.ts';

/** Elements that are lines also as long as there is nothing in them. */
const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock']);

/** What a transaction took out of one line, or put into it. */
interface Part {
  readonly line: Y.XmlElement;
  /** The whole line was taken out or put in. */
  readonly isWhole: boolean;
  readonly letters: readonly Letter[];
  /** Blank where letters have been matched. */
  spelling: string;
}

/** Fewer letters may be alike by chance. */
const MIN_COMMON = 2;

const BLANK = '\0';

/** More comparisons than this are not made: a document that is replaced as a whole is not one that was moved. */
const MAX_COMPARISONS = 100_000;
const MAX_CLOSE_COMPARISONS = 64;

/**
 * Finds what a transaction of this page moved: deleted in one place and made again, letter by letter, in another.
 * A line that has been made again as a whole counts as a copy of the other, even if it is empty.
 */
export function findCopies(transaction: Y.Transaction): Copy[] {
  const made = madeItems(transaction);
  if (made.size === 0) return [];
  const taken = takenItems(transaction);
  const sources = partsOf(taken);
  const targets = partsOf(made);
  const pairs = [...matchWhole(sources, targets), ...matchParts(sources, targets)];
  if (transaction.origin instanceof Y.UndoManager) {
    const matched = new Set(pairs.map(([, copy]) => keyOf(copy)));
    const restored = restoredBy(transaction, transaction.origin);
    pairs.push(...restored.filter(([, copy]) => !matched.has(keyOf(copy))));
  }
  return joinCopies(pairs);
}

/** An undone deletion makes anew what was deleted. */
function restoredBy(transaction: Y.Transaction, { currStackItem }: Y.UndoManager): Pair[] {
  const pairs: Pair[] = [];
  if (currStackItem === null) return pairs;
  Y.iterateDeletedStructs(transaction, currStackItem.deletions, (item) => {
    if (!(item instanceof Y.Item) || item.redone === null) return;
    const { id, redone, length, content } = item;
    if (isOlder(transaction, redone)) return;
    if (!(content instanceof Y.ContentString) && !(typeOf(item) instanceof Y.XmlElement)) return;
    for (let n = 0; n < length; n += 1) {
      pairs.push([
        { client: id.client, clock: id.clock + n },
        { client: redone.client, clock: redone.clock + n },
      ]);
    }
  });
  return pairs;
}

function madeItems({ doc, beforeState }: Y.Transaction): Set<Y.Item> {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const clock = beforeState.get(doc.clientID) ?? 0;
  if (clock >= Y.getState(doc.store, doc.clientID)) return new Set();
  const items = structs.slice(Y.findIndexSS(structs, clock));
  return new Set(items.flatMap((item) => (item instanceof Y.Item && !item.deleted ? [item] : [])));
}

function takenItems(transaction: Y.Transaction): Set<Y.Item> {
  const taken = new Set<Y.Item>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (item instanceof Y.Item && isOlder(transaction, item.id)) taken.add(item);
  });
  return taken;
}

/** Whether something was there before the transaction. */
export const isOlder = ({ beforeState }: Y.Transaction, { client, clock }: Unit): boolean =>
  clock < (beforeState.get(client) ?? 0);

function partsOf(items: ReadonlySet<Y.Item>): Part[] {
  const lines = new Set<Y.XmlElement>();
  for (const item of items) {
    // An attribute.
    if (item.parentSub !== null) continue;
    const type = typeOf(item);
    const line = type instanceof Y.XmlElement && !isInline(item) ? type : lineOf(item);
    if (line !== null && (line !== type || !hasBlocks(line))) lines.add(line);
  }
  return Array.from(lines, (line) => {
    const letters = lettersOf(line, (item) => items.has(item));
    const isWhole = line._item !== null && items.has(line._item);
    return { line, isWhole, letters, spelling: spell(letters) };
  });
}

/** An element in the middle of a line, such as a line break. */
export function isInline(item: Y.Item): boolean {
  const around = elementAround(item);
  return around !== null && isLine(around);
}

function hasBlocks(element: Y.XmlElement): boolean {
  for (const item of itemsOf(element)) {
    if (typeOf(item) instanceof Y.XmlElement) return !isLine(element);
  }
  return false;
}

type Pair = readonly [source: Unit, copy: Unit];

function* matchWhole(sources: readonly Part[], targets: readonly Part[]): Generator<Pair> {
  const waiting = new Map<string, Part[]>();
  for (const source of sources.filter(({ isWhole }) => isWhole)) {
    const others = waiting.get(spellingOf(source)) ?? [];
    waiting.set(spellingOf(source), [...others, source]);
  }
  for (const target of targets.filter(({ isWhole }) => isWhole)) {
    const [source, ...others] = waiting.get(spellingOf(target)) ?? [];
    if (source === undefined) continue;
    const [from, to] = [source.line._item, target.line._item];
    if (from === null || to === null) continue;
    waiting.set(spellingOf(target), others);
    yield [from.id, to.id];
    yield* zip(source, 0, target, 0, source.letters.length);
  }
}

/** Something that can't have a line, such as a picture, is a copy only of its like. */
const spellingOf = ({ line, spelling }: Part): string =>
  spelling !== '' || LINES.has(line.nodeName) ? spelling : line.nodeName;

function* matchParts(sources: readonly Part[], targets: readonly Part[]): Generator<Pair> {
  const open = targets.filter(isUnmatched);
  const left = sources.filter(isUnmatched);
  if (open.length * left.length > MAX_COMPARISONS) return;
  for (const match of [matchPart, matchCommon]) {
    if (match === matchCommon && open.length * left.length > MAX_CLOSE_COMPARISONS) return;
    for (const target of open) {
      for (const source of left) yield* match(source, target);
    }
  }
}

const isUnmatched = ({ spelling }: Part): boolean => segmentsOf(spelling).length > 0;

function* matchPart(source: Part, target: Part): Generator<Pair> {
  for (const { text, from } of segmentsOf(source.spelling)) {
    const at = target.spelling.indexOf(text);
    if (at >= 0) yield* zip(source, from, target, at, text.length);
  }
  for (const { text, from } of segmentsOf(target.spelling)) {
    const at = source.spelling.indexOf(text);
    if (at >= 0) yield* zip(source, at, target, from, text.length);
  }
}

/** Between equal letters the smallest edit may begin or end elsewhere than what was moved. */
function* matchCommon(source: Part, target: Part): Generator<Pair> {
  for (;;) {
    const part = commonPart(source.spelling, target.spelling, BLANK);
    if (part.length < MIN_COMMON) return;
    const pairs = [...zip(source, part.inFirst, target, part.inSecond, part.length)];
    if (pairs.length === 0) return;
    yield* pairs;
  }
}

/** What is between blanks. */
const segmentsOf = (spelling: string): { readonly text: string; readonly from: number }[] =>
  Array.from(spelling.matchAll(/[^\0]+/g), ({ 0: text, index: from }) => ({ text, from }));

/** Letters that were replaced within their text were typed, not moved. */
function* zip(
  source: Part,
  sourceFrom: number,
  target: Part,
  targetFrom: number,
  length: number,
): Generator<Pair> {
  const text = source.letters[sourceFrom]?.text ?? null;
  if (text !== null && text === target.letters[targetFrom]?.text) return;
  source.spelling = blanked(source.spelling, sourceFrom, length);
  target.spelling = blanked(target.spelling, targetFrom, length);
  for (let index = 0; index < length; index += 1) {
    const [letter, copy] = [source.letters[sourceFrom + index], target.letters[targetFrom + index]];
    if (letter !== undefined && copy !== undefined) yield [letter, copy];
  }
}

const blanked = (spelling: string, from: number, length: number): string =>
  spelling.slice(0, from) + BLANK.repeat(length) + spelling.slice(from + length);
