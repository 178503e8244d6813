import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<boolean>('currentBlock');

/** Marks the block with the caret, for as long as somebody wants the others dimmed. */
export const currentBlock = Extension.create({
  name: 'currentBlock',
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        apply: (tr, isOn) => (tr.getMeta(key) as boolean | undefined) ?? isOn,
      },
      props: {
        attributes: (state): Record<string, string> =>
          key.getState(state) === true ? { class: 'ed-dimmed' } : {},
        decorations: (state) => (key.getState(state) === true ? marksOf(state) : null),
      },
    }),
  ],
});

/** Dims all blocks but the one with the caret, or none. */
export function dimOthers(editor: Editor, isOn: boolean): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, isOn));
}

function marksOf({ doc, selection: { from, to } }: EditorState): DecorationSet {
  const marks: Decoration[] = [];
  doc.forEach((node, at) => {
    const end = at + node.nodeSize;
    if (at <= to && end >= from) marks.push(Decoration.node(at, end, { class: 'is-current' }));
  });
  return DecorationSet.create(doc, marks);
}
