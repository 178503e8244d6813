import * as Y from 'yjs';

import { contentOf } from './roots.ts';

/** A paragraph, heading, line of a list, cell …: the innermost block around words, and who wrote in it. */
export interface ChangedBlock {
  readonly block: Y.XmlElement;
  /** Yjs client ids of those whose writing came with the transaction; nobody signs deletions. */
  readonly clients: ReadonlySet<number>;
}

type Shared = Exclude<Y.Item['parent'], Y.ID | null>;

export interface ChangedBlocks {
  /** In the order of the document. */
  readonly blocks: readonly ChangedBlock[];
  /** How many blocks with words in them have gone. */
  readonly removed: number;
}

/** What a transaction has changed in the text; to be asked before it is cleaned up, as in `afterTransaction`. */
export function changedBlocks(transaction: Y.Transaction): ChangedBlocks {
  const found = new Map<Y.XmlElement, Set<number>>();
  for (const type of transaction.changed.keys()) add(found, blockOf(type, transaction.doc));
  for (const item of newItems(transaction)) {
    if (item.deleted || !(item.parent instanceof Y.AbstractType)) continue;
    add(found, blockOf(item.parent, transaction.doc), item.id.client);
  }
  const blocks = Array.from(found, ([block, clients]) => ({ block, clients }))
    .filter(({ block }) => hasWords(block))
    .map((changed) => ({ changed, place: placeOf(changed.block) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place))
    .map(({ changed }) => changed);
  return { blocks, removed: removedIn(transaction) };
}

/** Where a block is: its number in its parent, and so on up from there, outermost first. */
export function placeOf(block: Y.XmlElement): readonly number[] {
  const place: number[] = [];
  let node: Y.XmlElement | Y.XmlFragment = block;
  while (node.parent instanceof Y.XmlFragment) {
    place.unshift(node.parent.toArray().findIndex((child) => child === node));
    node = node.parent;
  }
  return place;
}

/** The words of a block in one line; empty for one that is not in the document any more. */
export function wordsOf(block: Y.XmlElement): string {
  if (block._item?.deleted === true) return '';
  const parts = block.toArray().map((child) => (child instanceof Y.XmlText ? plain(child) : ' '));
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function plain(text: Y.XmlText): string {
  let words = '';
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    words += typeof insert === 'string' ? insert : ' ';
  }
  return words;
}

function add(
  found: Map<Y.XmlElement, Set<number>>,
  block: Y.XmlElement | null,
  client?: number,
): void {
  if (block === null) return;
  const clients = found.get(block) ?? new Set();
  if (client !== undefined) clients.add(client);
  found.set(block, clients);
}

function newItems({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] {
  return Array.from(afterState).flatMap(([client, clock]) => {
    const since = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (structs === undefined || since >= clock) return [];
    const from = Y.findIndexSS(structs, since);
    return structs.slice(from).filter((struct): struct is Y.Item => struct instanceof Y.Item);
  });
}

/** The block with the words; null for what is no text in the document, or not there any more. */
function blockOf(type: Shared, doc: Y.Doc): Y.XmlElement | null {
  const block = type instanceof Y.XmlText ? type.parent : type;
  if (!isElement(block) || !isIn(block, contentOf(doc))) return null;
  return block.toArray().some((child) => child instanceof Y.XmlText) ? block : null;
}

const isElement = (type: unknown): type is Y.XmlElement => type instanceof Y.XmlElement;

function isIn(block: Y.XmlElement, content: Y.XmlFragment): boolean {
  let node: Shared | null = block;
  while (node !== null && node !== content) {
    if (node._item?.deleted === true) return false;
    node = node.parent;
  }
  return node === content;
}

function removedIn(transaction: Y.Transaction): number {
  let count = 0;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const isOlder = struct.id.clock < (transaction.beforeState.get(struct.id.client) ?? 0);
    const { type } = struct.content;
    if (isOlder && type instanceof Y.XmlText && hadWords(type, transaction)) count += 1;
  });
  return count;
}

/** Whether there were words in a text until this transaction. */
function hadWords(text: Y.XmlText, transaction: Y.Transaction): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    const wasThere = !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
    if (wasThere && item.content instanceof Y.ContentString) return true;
  }
  return false;
}

const hasWords = (block: Y.XmlElement): boolean =>
  block.toArray().some((child) => child instanceof Y.XmlText && child.length > 0);

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((index, level) => index !== b[level]);
  if (at === -1) return a.length - b.length;
  return (a[at] ?? 0) - (b[at] ?? -1);
}
