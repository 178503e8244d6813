import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** The part of the binding that turns positions into others. */
interface Ties {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Map<Y.AbstractType<unknown>, Node> };
}

const tiesOf = (state: EditorState): Ties => ySyncPluginKey.getState(state) as Ties;

/** A place between blocks that outlives changes by anyone, and the page; as JSON. */
export function anchorAt(state: EditorState, position: number): unknown {
  const { type, binding } = tiesOf(state);
  const { mapping } = binding;
  const anchor: unknown = absolutePositionToRelativePosition(position, type, mapping);
  return Y.relativePositionToJSON(anchor as Y.RelativePosition);
}

/** Where an anchor is now; the document's end if that can't be said any more. */
export function placeOf(state: EditorState, anchor: unknown): number {
  const { doc, type, binding } = tiesOf(state);
  const end = state.doc.content.size;
  try {
    const relative = Y.createRelativePositionFromJSON(anchor);
    const found = relativePositionToAbsolutePosition(doc, type, relative, binding.mapping);
    return Math.min(found ?? end, end);
  } catch {
    return end;
  }
}

/**
 * Where blocks go that are put in at a place in the text: before an empty paragraph, so that one can go on
 * writing in it, and otherwise behind the block. No text is ever cut in two.
 */
export function blockPlace(doc: Node, position: number, blocks: Node | Fragment): number {
  const $at = doc.resolve(Math.min(position, doc.content.size));
  const { parent, depth } = $at;
  const wanted = !parent.isTextblock
    ? $at.pos
    : $at.parentOffset === 0 && parent.type.name === 'paragraph'
      ? $at.before(depth)
      : $at.after(depth);
  const slice = new Slice(Fragment.from(blocks), 0, 0);
  return dropPoint(doc, wanted, slice) ?? doc.content.size;
}

/** Puts blocks in, and a paragraph below if there would be no place to go on writing. The selection stays. */
export function putBlock(tr: Transaction, position: number, blocks: Node | Fragment): number {
  const place = blockPlace(tr.doc, position, blocks);
  tr.insert(place, blocks);
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  if (paragraph !== undefined && tr.doc.lastChild?.type !== paragraph) {
    tr.insert(tr.doc.content.size, paragraph.create());
  }
  return place;
}
