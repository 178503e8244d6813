import { Fragment, type Node } from '@tiptap/pm/model';

import type { CalloutKind } from '../schema/callout.ts';
import { schema } from '../schema/schema.ts';
import type { ListLevel } from './parts.ts';

/** A paragraph, and what it belongs to: Word says so of each alone. */
export type Piece =
  | { readonly kind: 'block'; readonly node: Node }
  | { readonly kind: 'quote'; readonly node: Node }
  | { readonly kind: 'callout'; readonly callout: CalloutKind; readonly node: Node }
  | { readonly kind: 'caption'; readonly words: readonly Node[]; readonly node: Node }
  /** Ours are whole; others write each line as a paragraph. */
  | { readonly kind: 'code'; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'continued'; readonly depth: number; readonly node: Node }
  | {
      readonly kind: 'item';
      readonly depth: number;
      readonly list: string;
      readonly level: ListLevel;
      readonly node: Node;
    };

type Item = Extract<Piece, { kind: 'item' | 'continued' }>;

/** Makes lists, quotes, callouts and code of the paragraphs that belong together. */
export function joinBlocks(pieces: readonly Piece[]): Node[] {
  const blocks: Node[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const run = runFrom(pieces, at);
    blocks.push(...joinRun(piece, run, blocks));
    at += run.length;
  }
  return blocks;
}

function runFrom(pieces: readonly Piece[], from: number): Piece[] {
  const first = pieces[from];
  const run: Piece[] = [];
  for (const piece of pieces.slice(from)) {
    if (first === undefined || (run.length > 0 && !belong(first, piece))) break;
    run.push(piece);
    if (piece.kind === 'block' || piece.kind === 'caption') break;
  }
  return run;
}

function belong(first: Piece, piece: Piece): boolean {
  if (first.kind === 'callout') return piece.kind === 'callout' && piece.callout === first.callout;
  if (first.kind === 'item') return piece.kind === 'item' || piece.kind === 'continued';
  if (piece.kind === 'code') return first.kind === 'code' && !first.isWhole && !piece.isWhole;
  return piece.kind === first.kind;
}

function joinRun(first: Piece, run: readonly Piece[], before: Node[]): Node[] {
  switch (first.kind) {
    case 'block':
      return [first.node];
    case 'caption': {
      const above = before.at(-1);
      if (above?.type.name !== 'image' || above.childCount > 0) return [first.node];
      before.pop();
      return [above.copy(Fragment.fromArray([...first.words]))];
    }
    case 'quote':
      return [schema.node('blockquote', null, nodesOf(run))];
    case 'callout':
      return [schema.node('callout', { kind: first.callout }, nodesOf(run))];
    case 'code': {
      const text = run.map((piece) => (piece.kind === 'code' ? piece.text : '')).join('\n');
      return [schema.node('codeBlock', null, text === '' ? [] : [schema.text(text)])];
    }
    case 'continued':
      return nodesOf(run);
    case 'item':
      return lists(
        run.filter((piece): piece is Item => piece.kind === 'item' || piece.kind === 'continued'),
      );
  }
}

const nodesOf = (run: readonly Piece[]): Node[] =>
  run.flatMap((piece) => ('node' in piece ? [piece.node] : []));

/** Items of the depth of the first, with what is deeper inside them. */
function lists(items: readonly Item[]): Node[] {
  const made: Node[] = [];
  for (let at = 0; at < items.length;) {
    const first = items[at];
    if (first === undefined) break;
    if (first.kind === 'continued') {
      made.push(first.node);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < items.length && isOfList(first, items[end])) end += 1;
    made.push(list(first, items.slice(at, end)));
    at = end;
  }
  return made;
}

function isOfList(first: Extract<Piece, { kind: 'item' }>, item: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.depth > first.depth || item.kind === 'continued') return item.depth >= first.depth;
  if (item.depth < first.depth) return false;
  const isTask = (kind: string): boolean => kind === 'open' || kind === 'done';
  return item.list === first.list || (isTask(item.level.kind) && isTask(first.level.kind));
}

function list(first: Extract<Piece, { kind: 'item' }>, items: readonly Item[]): Node {
  const { kind, start, type } = first.level;
  const isTask = kind === 'open' || kind === 'done';
  const made: Node[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    let end = at + 1;
    while (end < items.length && isInside(first.depth, items[end])) end += 1;
    const content = [
      item?.node ?? schema.node('paragraph'),
      ...inside(items.slice(at + 1, end), first.depth),
    ];
    const checked = item?.kind === 'item' && item.level.kind === 'done';
    made.push(
      isTask
        ? schema.node('taskItem', { checked }, content)
        : schema.node('listItem', null, content),
    );
    at = end;
  }
  if (isTask) return schema.node('taskList', null, made);
  return kind === 'ordered'
    ? schema.node('orderedList', { start, type }, made)
    : schema.node('bulletList', null, made);
}

const isInside = (depth: number, item: Item | undefined): boolean =>
  item !== undefined && (item.depth > depth || item.kind === 'continued');

/** Lines that go on with an item, and lists below it. */
function inside(items: readonly Item[], depth: number): Node[] {
  const own = items.findIndex((item) => item.kind === 'continued' && item.depth === depth);
  if (own < 0) return lists(items);
  const node = items[own]?.node;
  return [
    ...lists(items.slice(0, own)),
    ...(node === undefined ? [] : [node]),
    ...inside(items.slice(own + 1), depth),
  ];
}
