import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { blockOfHash, leadsToBlock } from './block-link.ts';

const linkedKey = new PluginKey<string | null>('linkedBlock');

/** Marks the block that the page's address leads to, until somebody writes or presses elsewhere. */
export const linkedBlock = Extension.create({
  name: 'linkedBlock',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<string | null>({
        key: linkedKey,
        state: {
          init: () => null,
          apply: (tr, hash) => {
            const next: unknown = tr.getMeta(linkedKey);
            if (next !== undefined) return typeof next === 'string' ? next : null;
            return hash;
          },
        },
        props: {
          decorations: (state) => {
            const hash = linkedKey.getState(state);
            if (!hash || editor.isDestroyed) return null;
            const position = blockOfHash(editor.view, hash);
            const node = position === null ? null : state.doc.nodeAt(position);
            if (position === null || !node) return null;
            const block = Decoration.node(position, position + node.nodeSize, {
              class: 'ed-linked',
            });
            return DecorationSet.create(state.doc, [block]);
          },
        },
      }),
    ];
  },
});

/**
 * Goes to the block that the page's address leads to, now and whenever that changes; if the block has yet to arrive, as
 * soon as it has.
 *
 * @returns a function that ends it.
 */
export function followHash(editor: Editor): () => void {
  const ended = new AbortController();
  let isWaiting = leadsToBlock(location.hash);
  const go = (): void => {
    if (!isWaiting || editor.isDestroyed) return;
    isWaiting = !goTo(editor, location.hash);
  };
  const onHash = (): void => {
    isWaiting = leadsToBlock(location.hash);
    go();
  };
  addEventListener('hashchange', onHash, { signal: ended.signal });
  // Who has begun to do something is not taken elsewhere any more.
  const stopWaiting = (): void => {
    isWaiting = false;
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const) {
    addEventListener(type, stopWaiting, { signal: ended.signal, passive: true });
  }
  const { dom } = editor.view;
  dom.addEventListener('pointerdown', () => unmark(editor), { signal: ended.signal });
  dom.addEventListener('beforeinput', () => unmark(editor), { signal: ended.signal });
  editor.on('transaction', go);
  go();
  return () => {
    ended.abort();
    editor.off('transaction', go);
  };
}

function goTo(editor: Editor, hash: string): boolean {
  const { view } = editor;
  const position = blockOfHash(view, hash);
  if (position === null) return false;
  // Not within the transaction that brought it.
  queueMicrotask(() => {
    if (editor.isDestroyed) return;
    view.dispatch(view.state.tr.setMeta(linkedKey, hash));
    const now = blockOfHash(view, hash);
    const block = now === null ? null : view.nodeDOM(now);
    if (block instanceof Element) block.scrollIntoView({ block: 'center' });
  });
  return true;
}

function unmark({ view }: Editor): void {
  if (linkedKey.getState(view.state)) view.dispatch(view.state.tr.setMeta(linkedKey, null));
}
