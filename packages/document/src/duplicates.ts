import * as Y from 'yjs';

import { byPrecedence, type Copy, copyOf, type CopyIndex, keyOf, type Unit } from './copies.ts';
import { elementAround, forgetPlaces, itemsOf, lineOf, typeOf } from './letters.ts';

/**
 * Takes out what is in the text twice because two people copied the same at the same moment: both cut a paragraph
 * in two, or both made it a list. Everybody may do so at once, because everybody comes to the same decision.
 *
 * @param copies those that have just been heard of.
 */
export function removeDuplicates(doc: Y.Doc, index: CopyIndex, copies: readonly Copy[]): void {
  const surplus = new Set<string>();
  const units: Unit[] = [];
  for (const copy of copies) {
    for (const unit of surplusOf(doc, index, copy)) {
      if (!surplus.has(keyOf(unit))) units.push(unit);
      surplus.add(keyOf(unit));
    }
  }
  if (units.length > 0) remove(doc, units);
}

/** Looks at what was copied, and at what that was a copy of. */
function* surplusOf(doc: Y.Doc, index: CopyIndex, copy: Copy): Generator<Unit> {
  const seen = new Set<Copy>();
  const open = [copy];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    yield* surplusIn(doc, index, at.source, at.length);
    open.push(...index.behind(at.source, at.length));
  }
}

function* surplusIn(
  doc: Y.Doc,
  index: CopyIndex,
  { client, clock }: Unit,
  length: number,
): Generator<Unit> {
  if (index.madeOf({ client, clock }, length).length < 2) return;
  const end = Math.min(clock + length, Y.getState(doc.store, client));
  for (let at = clock; at < end; at += 1) {
    const unit = { client, clock: at };
    const copies = byPrecedence(index.madeOf(unit));
    if (copies.length < 2) continue;
    const living = copies
      .map((copy) => Array.from(index.descendants(copyOf(unit, copy))))
      .map((family) => family.filter((one) => isInText(doc, one)))
      .filter((family) => family.length > 0);
    const [stays = [], ...others] = living;
    yield* others.flat().filter((one) => !stays.some((other) => keyOf(one) === keyOf(other)));
  }
}

function isInText({ store }: Y.Doc, { client, clock }: Unit): boolean {
  return clock < Y.getState(store, client) && !Y.getItem(store, Y.createID(client, clock)).deleted;
}

function remove(doc: Y.Doc, units: readonly Unit[]): void {
  const lines = new Set<Y.XmlElement>();
  doc.transact((transaction) => {
    const surplus = Y.createDeleteSet();
    for (const { client, clock } of units) {
      const item = Y.getItem(doc.store, Y.createID(client, clock));
      const element = typeOf(item);
      const line = element instanceof Y.XmlElement ? element : lineOf(item);
      if (line !== null) lines.add(line);
      if (element !== null) continue;
      const ranges = surplus.clients.get(client) ?? [];
      surplus.clients.set(client, [...ranges, { clock, len: 1 }]);
    }
    Y.iterateDeletedStructs(transaction, Y.mergeDeleteSets([surplus]), (item) => {
      if (item instanceof Y.Item) item.delete(transaction);
    });
    for (const line of lines) removeEmpty(transaction, line);
    forgetPlaces(transaction);
  });
}

/** Takes out a line of which nothing is left, and what was there only to hold it. */
function removeEmpty(transaction: Y.Transaction, line: Y.XmlElement): void {
  let element: Y.XmlElement | null = line;
  while (element !== null && isEmpty(element)) {
    const item: Y.Item | null = element._item;
    if (item === null || item.deleted || isNeeded(item)) return;
    element = elementAround(item);
    item.delete(transaction);
  }
}

function isEmpty(element: Y.XmlElement): boolean {
  for (const item of itemsOf(element)) {
    const type = typeOf(item);
    if (!item.deleted && (!(type instanceof Y.XmlText) || type.length > 0)) return false;
  }
  return true;
}

/** A table needs its cells, a cell its paragraph, an item of a list the paragraph it begins with. */
function isNeeded(item: Y.Item): boolean {
  const around = elementAround(item);
  if (around === null) return !hasOthers(item);
  const [first, ...others] = around.toArray();
  if (/^table(?:Cell|Header|Row)?$/.test(around.nodeName)) return others.length === 0;
  return around.nodeName.endsWith('Item') && first === typeOf(item) && others.length > 0;
}

function hasOthers(item: Y.Item): boolean {
  const { parent } = item;
  return parent instanceof Y.XmlFragment && parent.length > 1;
}
