import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';

import { placeOf } from '@indelible/document';

/** Milliseconds in which the mark on a block that was jumped to fades. */
const FADING = 1_600;

/**
 * Puts the caret at the beginning of a block of the open document, in view.
 *
 * @returns false if it is not on the page (any more).
 */
export function showBlock(block: Y.XmlElement): boolean {
  const editor = openEditor();
  const at = editor && positionAt(editor.state.doc, placeOf(block));
  if (editor === null || at === null) return false;
  editor
    .chain()
    .setTextSelection(at + 1)
    .focus(null, { scrollIntoView: false })
    .run();
  const element = editor.view.nodeDOM(at);
  if (element instanceof HTMLElement) {
    element.scrollIntoView({ block: 'center' });
    // An animation leaves no trace in the page, as a class would.
    element.animate({ backgroundColor: ['var(--color-accent-soft)', 'transparent'] }, FADING);
  }
  return true;
}

/** The position before the node at this place; null if there is none. */
export function positionAt(doc: Node, place: readonly number[]): number | null {
  let node = doc;
  let position = -1;
  for (const index of place) {
    if (index < 0 || index >= node.childCount) return null;
    position += 1;
    for (let i = 0; i < index; i++) position += node.child(i).nodeSize;
    node = node.child(index);
  }
  return place.length === 0 ? null : position;
}

/** TipTap leaves itself at the element it edits. */
function openEditor(): Editor | null {
  const element = document.querySelector('.tiptap');
  const editor: unknown = element && 'editor' in element ? element.editor : null;
  return editor instanceof Editor ? editor : null;
}
