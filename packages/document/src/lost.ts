import * as Y from 'yjs';

import type { Unit } from './copies.ts';
import { isInline, isOlder } from './copy-notes.ts';
import { elementAround, itemsOf, type Letter, lettersOf, lineOf, typeOf } from './letters.ts';

/** Letters that belong side by side, with what was around them in their line, the nearest first. */
export interface Run {
  readonly letters: readonly Letter[];
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/** Words that left the text together with their line. */
export interface LostLine {
  readonly line: Unit;
  readonly runs: readonly Run[];
  readonly place: Place;
}

/** A block that left the text together with what it was in. */
export interface LostBlock {
  readonly block: Block;
  /** The name of what it was in. */
  readonly holder: string;
  readonly place: Place;
}

export interface Block {
  readonly unit: Unit | null;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly letters: readonly Letter[];
  readonly blocks: readonly Block[];
}

/** Where something was, from the inside to the outside, up to what is still there. */
export type Place = readonly Level[];

interface Level {
  /** The nearest first. */
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
  /** Null: the top of the document. */
  readonly holder: Unit | null;
}

/** An element, and the lines in it: what of it has been copied tells where it is now. */
export interface Neighbour {
  readonly name: string;
  readonly units: readonly Unit[];
}

export interface Losses {
  readonly lines: readonly LostLine[];
  readonly blocks: readonly LostBlock[];
}

/** Neighbours further away say nothing about a place. */
const MAX_NEIGHBOURS = 20;

/**
 * Finds what a transaction took out of the text that its deleter had never seen: it went only because what it was in
 * was deleted, and the deleter does not name it. Nothing that was noted as copied elsewhere.
 *
 * @param named what the deleter names.
 */
export function findLosses(
  transaction: Y.Transaction,
  named: DeleteSet,
  isCopied: (unit: Unit) => boolean,
): Losses {
  const gone = goneItems(transaction);
  const unseen = new Set(Array.from(gone).filter((item) => !isNamed(named, item)));
  const lines = new Set<Y.XmlElement>();
  const blocks = new Set<Y.XmlElement>();
  for (const item of unseen) {
    if (item.parentSub !== null || isInUnseen(item, unseen)) continue;
    const type = typeOf(item);
    // What is in it is here, too.
    if (type instanceof Y.XmlText) continue;
    const line = lineOf(item);
    if (type !== null && !isInline(item)) blocks.add(type);
    else if (line !== null) lines.add(line);
  }
  const isLost = (unit: Unit): boolean =>
    !Y.isDeleted(named, Y.createID(unit.client, unit.clock)) && !isCopied(unit);
  return {
    lines: Array.from(lines).flatMap((line) => lostLine(line, gone, unseen, isLost)),
    blocks: Array.from(blocks).flatMap((block) => lostBlock(block, gone, isLost)),
  };
}

export type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/** What has just gone: what was there before, and what arrived too late to be. */
function goneItems(transaction: Y.Transaction): Set<Y.Item> {
  const gone = new Set<Y.Item>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (item instanceof Y.Item && isInOlder(transaction, item)) gone.add(item);
  });
  return gone;
}

/** In something that was there before the transaction: a document that is only being loaded loses nothing. */
function isInOlder(transaction: Y.Transaction, item: Y.Item): boolean {
  for (let at: Y.Item | null = item; at !== null; at = holderOf(at)) {
    if (isOlder(transaction, at.id)) return true;
  }
  return false;
}

const holderOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null;

/** Whether the deleter names all of it. */
function isNamed(named: DeleteSet, { id, length }: Y.Item): boolean {
  const ranges = named.clients.get(id.client) ?? [];
  return ranges.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len);
}

function isInUnseen(item: Y.Item, unseen: ReadonlySet<Y.Item>): boolean {
  for (let at = holderOf(item); at !== null; at = holderOf(at)) {
    if (unseen.has(at) && typeOf(at) instanceof Y.XmlElement) return true;
  }
  return false;
}

function lostLine(
  line: Y.XmlElement,
  gone: ReadonlySet<Y.Item>,
  unseen: ReadonlySet<Y.Item>,
  isLost: (unit: Unit) => boolean,
): LostLine[] {
  if (line._item === null) return [];
  const wasThere = (item: Y.Item): boolean => !item.deleted || gone.has(item);
  const lost = new Set(
    lettersOf(line, (item) => unseen.has(item), wasThere)
      .filter(isLost)
      .map(keyOf),
  );
  const all = lettersOf(line, () => true, wasThere);
  const runs: Run[] = [];
  for (let index = 0; index < all.length; index += 1) {
    if (!lost.has(keyOf(all[index]))) continue;
    const start = index;
    while (index < all.length && lost.has(keyOf(all[index]))) index += 1;
    const letters = all.slice(start, index).map(asLetter);
    runs.push({ letters, before: all.slice(0, start).toReversed(), after: all.slice(index) });
  }
  return runs.length === 0 ? [] : [{ line: line._item.id, runs, place: placeOf(line._item) }];
}

const keyOf = (unit: Unit | undefined): string => `${unit?.client}:${unit?.clock}`;

/** A line break can't be put into a text; a space keeps the words apart. */
const asLetter = (letter: Letter): Letter =>
  letter.text === null ? { ...letter, char: ' ' } : letter;

function lostBlock(
  element: Y.XmlElement,
  gone: ReadonlySet<Y.Item>,
  isLost: (unit: Unit) => boolean,
): LostBlock[] {
  const item = element._item;
  if (item === null) return [];
  const block = readBlock(element, (of) => gone.has(of), isLost);
  if (!isWorthKeeping(block)) return [];
  return [{ block, holder: elementAround(item)?.nodeName ?? '', place: placeOf(item) }];
}

function readBlock(
  element: Y.XmlElement,
  wasThere: (item: Y.Item) => boolean,
  isLost: (unit: Unit) => boolean,
): Block {
  const letters = lettersOf(element, wasThere, wasThere).filter(({ text }) => text !== null);
  const blocks = Array.from(itemsOf(element)).flatMap((item) => {
    const type = typeOf(item);
    const isBlock = type instanceof Y.XmlElement && wasThere(item) && !isInline(item);
    return isBlock ? [readBlock(type, wasThere, isLost)] : [];
  });
  const attributes: Record<string, unknown> = {};
  for (const [name, { content }] of element._map) {
    if (content instanceof Y.ContentAny) attributes[name] = content.arr.at(-1);
  }
  const unit = element._item?.id ?? null;
  return { unit, name: element.nodeName, attributes, letters: letters.filter(isLost), blocks };
}

/** An empty paragraph is not; a picture is. */
const isWorthKeeping = ({ name, letters, blocks }: Block): boolean =>
  letters.length > 0 || name === 'image' || blocks.some(isWorthKeeping);

function placeOf(item: Y.Item): Place {
  const levels: Level[] = [];
  for (let at: Y.Item | null = item; at !== null; at = holderOf(at)) {
    const holder = holderOf(at);
    levels.push({
      before: neighbours(at, 'left'),
      after: neighbours(at, 'right'),
      holder: holder?.id ?? null,
    });
    if (holder !== null && !holder.deleted) break;
  }
  return levels;
}

function neighbours(item: Y.Item, side: 'left' | 'right'): Neighbour[] {
  const found: Neighbour[] = [];
  for (let at = item[side]; at !== null && found.length < MAX_NEIGHBOURS; at = at[side]) {
    const type = typeOf(at);
    if (!(type instanceof Y.XmlElement)) continue;
    const inside = unitsIn(type);
    const units = side === 'left' ? inside.toReversed() : inside;
    found.push({ name: type.nodeName, units: [at.id, ...units] });
    if (!at.deleted) break;
  }
  return found;
}

function unitsIn(element: Y.XmlElement): Unit[] {
  return Array.from(itemsOf(element)).flatMap((item) => {
    const type = typeOf(item);
    return type instanceof Y.XmlElement ? [item.id, ...unitsIn(type)] : [];
  });
}
