import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

import { elementId } from '../binding/element-id.ts';
import { isFromYjs } from '../binding/is-from-yjs.ts';
import { movedPlaces } from '../binding/moved-places.ts';
import { rememberOpen, wasLeftOpen } from './remembered.ts';

/** Places of toggles to open or to close. */
interface Change {
  readonly open?: readonly number[];
  readonly close?: readonly number[];
}

interface Open {
  readonly set: DecorationSet;
  /** Places that the last transaction opened or closed. */
  readonly changed: readonly number[];
}

const key = new PluginKey<Open>('openToggles');

/** What marks an open toggle and its content, for those who draw them. */
export const OPEN = { isOpen: true } as const;

/** Whether a node is drawn open. */
export const isOpenBy = (decorations: readonly Decoration[]): boolean =>
  decorations.some(({ spec }) => (spec as Partial<typeof OPEN>).isOpen === true);

/**
 * Which toggles are open here. Nobody else sees it, and it goes along with the toggles wherever changes move them.
 * A caret or a selection that comes into a closed one opens it, whoever put it there.
 */
export const openToggles = new Plugin<Open>({
  key,
  state: {
    init: () => ({ set: DecorationSet.empty, changed: [] }),
    apply: (tr, before, _, state) => {
      const now = changed(tr, before.set);
      // Where others' changes leave the selection of somebody who reads says nothing.
      return !isFromYjs(tr) && (tr.selectionSet || tr.docChanged) ? withSelection(now, state) : now;
    },
  },
  props: { decorations: (state) => key.getState(state)?.set },
  view: () => ({
    update: (view, before) => {
      const open = key.getState(view.state);
      if (open === undefined || open === key.getState(before)) return;
      // A toggle made just now is not in the Yjs document before every plugin has seen it.
      if (open.changed.length > 0) queueMicrotask(() => remember(view, open.changed));
    },
  }),
});

/** Whether the toggle at a place is open. */
export function isOpenAt(state: EditorState, at: number): boolean {
  const found = key.getState(state)?.set.find(at, at + 1) ?? [];
  return found.some(({ from }) => from === at);
}

/** Opens or closes a toggle, in a transaction of the caller's. */
export function setOpen(tr: Transaction, at: number, isOpen: boolean): Transaction {
  const change: Change = isOpen ? { open: [at] } : { close: [at] };
  return tr.setMeta(key, change);
}

/** Opens those toggles that were left open here at the last visit. */
export function reopen(view: EditorView, places: readonly number[]): void {
  const open = places.filter((at) => {
    const id = elementId(view, at);
    return id !== null && wasLeftOpen(id) && !isOpenAt(view.state, at);
  });
  if (open.length > 0) view.dispatch(view.state.tr.setMeta(key, { open } satisfies Change));
}

/** Opens every toggle around a place, such as that of something that was found, outermost first. */
export function openAround(view: EditorView, place: number): void {
  const $place = view.state.doc.resolve(place);
  const open: number[] = [];
  for (let depth = 1; depth <= $place.depth; depth += 1) {
    if ($place.node(depth).type.name === 'details') open.push($place.before(depth));
  }
  if (open.length > 0) view.dispatch(view.state.tr.setMeta(key, { open } satisfies Change));
}

/** Keeps for the next visit what is open now. */
function remember(view: EditorView, places: readonly number[]): void {
  if (view.isDestroyed) return;
  for (const at of places) {
    const id = at < view.state.doc.content.size ? elementId(view, at) : null;
    if (id !== null) rememberOpen(id, isOpenAt(view.state, at));
  }
}

function changed(tr: Transaction, before: DecorationSet): Open {
  let set = tr.docChanged ? before.map(movedPlaces(tr), tr.doc) : before;
  const { open = [], close = [] } = (tr.getMeta(key) ?? {}) as Change;
  for (const at of close) set = set.remove(marksOf(set, tr.doc.nodeAt(at), at));
  for (const at of open) set = opened(set, tr, at);
  return { set, changed: [...open, ...close] };
}

type Doc = Pick<Transaction, 'doc'>;

function opened(set: DecorationSet, { doc }: Doc, at: number): DecorationSet {
  const node = doc.nodeAt(at);
  const summary = node?.firstChild;
  if (node?.type.name !== 'details' || !summary || marksOf(set, node, at).length > 0) return set;
  const end = at + node.nodeSize;
  const content = at + 1 + summary.nodeSize;
  return set.add(doc, [
    Decoration.node(at, end, {}, OPEN),
    Decoration.node(content, end - 1, {}, OPEN),
  ]);
}

/** The toggle's own mark and its content's, but not those of toggles in it. */
function marksOf(set: DecorationSet, node: Transaction['doc'] | null, at: number): Decoration[] {
  if (node === null) return [];
  const end = at + node.nodeSize;
  const content = at + 1 + (node.firstChild?.nodeSize ?? 0);
  return set.find(at, end).filter(({ from }) => from === at || from === content);
}

function withSelection({ set, changed: known }: Open, state: EditorState): Open {
  const { $from, $to } = state.selection;
  let all = set;
  const shown: number[] = [];
  for (const $place of [$from, $to]) {
    for (let depth = 2; depth <= $place.depth; depth += 1) {
      if ($place.node(depth).type.name !== 'detailsContent') continue;
      const at = $place.before(depth - 1);
      const before = all;
      all = opened(all, state, at);
      if (all !== before) shown.push(at);
    }
  }
  return { set: all, changed: [...known, ...shown] };
}
