import { type AnyExtension, Node, type NodeViewRenderer } from '@tiptap/core';
import type { Node as BlockNode } from '@tiptap/pm/model';

import { words } from '../words/words.ts';

/**
 * The schema's task, whose box says in the reader's language what it is about. What it says has a direction of its own,
 * so that the list's is that of its texts. Other extensions stay as they are.
 */
export function taskInEditor(extension: AnyExtension): AnyExtension {
  if (extension.name !== 'taskItem' || !(extension instanceof Node)) return extension;
  return extension.configure({ a11y: { checkboxLabel: boxLabel } }).extend({
    addNodeView() {
      const draw = this.parent?.() ?? null;
      return draw === null ? null : withOwnDirection(draw);
    },
  });
}

function withOwnDirection(draw: NodeViewRenderer): NodeViewRenderer {
  return (props) => {
    const view = draw(props);
    const { dom } = view;
    if (dom instanceof HTMLElement) dom.querySelector('label')?.setAttribute('dir', 'auto');
    return view;
  };
}

function boxLabel(task: BlockNode, isDone: boolean): string {
  const { done, open, empty } = words().tasks;
  const text = task.firstChild?.textContent || empty;
  return isDone ? done(text) : open(text);
}
