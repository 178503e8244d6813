import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';

import { nowOf } from '@indelible/document/rescue';

import { bindingOf } from '../binding/binding.ts';

/** The element that a block is in the document, which names it for everybody; null while it is in none. */
export function elementOf(view: EditorView, position: number): Y.XmlElement | null {
  const { doc } = view.state;
  const node = doc.nodeAt(position);
  if (node === null || node.isText) return null;
  const $position = doc.resolve(position);
  const path = Array.from({ length: $position.depth + 1 }, (_, depth) => $position.index(depth));
  const element = childAt(bindingOf(view).type, path);
  return element?.nodeName === node.type.name ? element : null;
}

function childAt(
  around: Y.XmlFragment,
  [index = 0, ...rest]: readonly number[],
): Y.XmlElement | null {
  const child = around.get(index);
  if (!(child instanceof Y.XmlElement)) return null;
  return rest.length === 0 ? child : childAt(child, rest);
}

/** Where an element's block is on the page; null if it is not on it. */
export function positionOf(view: EditorView, element: Y.XmlElement): number | null {
  const path = pathTo(bindingOf(view).type, element);
  if (path === null) return null;
  let position = 0;
  let node = view.state.doc;
  for (const [depth, index] of path.entries()) {
    if (index >= node.childCount) return null;
    if (depth > 0) position += 1;
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize;
    node = node.child(index);
  }
  return node.type.name === element.nodeName ? position : null;
}

/** The indexes that lead from the root to an element. */
function pathTo(root: Y.XmlFragment, element: Y.XmlFragment): number[] | null {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return null;
  const index = parent.toArray().findIndex((child) => child === element);
  if (index < 0) return null;
  if (parent === root) return [index];
  const before = pathTo(root, parent);
  return before === null ? null : [...before, index];
}

/** What names something in a Yjs document, for good. */
export interface Unit {
  readonly client: number;
  readonly clock: number;
}

/** The element with that name, or what has been made of it since: a heading of a paragraph, the same in another place. */
export function elementNow(doc: Y.Doc, unit: Unit): Y.XmlElement | null {
  const direct = typeAt(doc, unit);
  if (direct !== null) return direct;
  const now = nowOf(doc, unit);
  return now === null ? null : typeAt(doc, now);
}

function typeAt(doc: Y.Doc, { client, clock }: Unit): Y.XmlElement | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item) || item.deleted) return null;
  const { content, parent } = item;
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) return content.type;
  // A letter names the line it is in.
  const around = parent instanceof Y.XmlText ? parent.parent : null;
  return around instanceof Y.XmlElement ? around : null;
}
