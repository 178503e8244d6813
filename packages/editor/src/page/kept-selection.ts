import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * Keeps the selection while the focus is elsewhere: it can be marked then, and it is back with the focus, before the next
 * key. TipTap's own extension waits for a frame and ProseMirror for 20 ms; on a busy machine keys come sooner, and what they
 * had done to the selection was taken back: `Enter` behind a menu could replace words that were not selected any more.
 */
export const keptSelection = Extension.create({
  name: 'keptSelection',
  addProseMirrorPlugins() {
    const { editor } = this;
    /** Whoever presses in the text says where the caret is to be. */
    let isPressed = false;
    const release = (): void => {
      isPressed = false;
    };
    return [
      new Plugin({
        props: {
          decorations: ({ doc, selection }) => {
            const { empty, visible, from, to } = selection;
            if (empty || !visible) return null;
            // What is dragged must not be drawn anew.
            if (editor.isFocused || !editor.isEditable || editor.view.dragging) return null;
            const mark = Decoration.inline(from, to, { class: 'ed-kept-selection' });
            return DecorationSet.create(doc, [mark]);
          },
          handleDOMEvents: {
            pointerdown: () => {
              isPressed = true;
            },
            click: release,
            blur: release,
            focus: (view) => {
              if (!isPressed) view.focus();
            },
          },
        },
      }),
    ];
  },
});
