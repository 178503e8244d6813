import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import type * as Y from 'yjs';

import { CONTENT_ROOT } from '@indelible/document';
import { extensions } from '@indelible/document/schema';
import type { Provider } from '@indelible/provider';

import { currentBlock } from '../alone/current-block.ts';
import { undoSteps } from '../binding/undo-steps.ts';
import { blockExtensions } from '../blocks/block-extensions.ts';
import { captionGuard } from '../blocks/media/caption-guard.ts';
import { mediaExtension } from '../blocks/media/media-extension.ts';
import { taskInEditor } from '../blocks/task-item.ts';
import { findMarks } from '../find/find-marks.ts';
import { linkedBlock } from '../links/linked-block.ts';
import { inlineViews } from '../mentions/inline-views.ts';
import { suggestions } from '../menus/suggestion.ts';
import { blockKeys } from '../moving/block-keys.ts';
import { remoteCarets } from '../people/remote-carets.ts';
import { tableTools } from '../tables/table-tools.ts';
import type { TellCarried } from '../transfer/carried.ts';
import { pasting } from '../transfer/pasting.ts';
import { typingExtensions } from '../typing/typing.ts';
import { words } from '../words/words.ts';
import { blockDirection } from './block-direction.ts';
import { type EditorKeys, editorKeys, listTab } from './editor-keys.ts';
import { keptSelection } from './kept-selection.ts';
import { newWords } from './new-words.ts';

/** The document's schema, bound to its Yjs content, with what only an open editor needs. */
export function editorExtensions(
  { doc, awareness }: Pick<Provider, 'doc' | 'awareness'>,
  history: Y.UndoManager,
  keys: EditorKeys,
  uploads: Extension | null,
  tell: TellCarried,
): Extensions {
  return [
    // First, so that the keys of all others come before theirs.
    Dropcursor.configure({ class: 'ed-dropcursor', color: false, width: 2 }),
    Gapcursor,
    ListKeymap,
    ...extensions.map(taskInEditor),
    Collaboration.configure({
      document: doc,
      field: CONTENT_ROOT,
      yUndoOptions: { undoManager: history },
    }),
    Extension.create({
      name: 'undoSteps',
      // Before the binding.
      priority: 1100,
      addProseMirrorPlugins: () => [undoSteps(history)],
    }),
    remoteCarets(awareness),
    mediaExtension,
    captionGuard,
    ...(uploads === null ? [] : [uploads]),
    Placeholder.configure({
      // Drawn in page.css from the attribute.
      placeholder: ({ editor, node }) => {
        if (editor.isEmpty) return words().menus.emptyDocument;
        return node.type.name === 'paragraph' ? words().menus.emptyLine : '';
      },
    }),
    keptSelection,
    ...blockExtensions(keys.ask),
    suggestions(keys.menu),
    blockKeys(keys.openBlockMenu),
    linkedBlock,
    inlineViews(keys),
    editorKeys(keys),
    listTab,
    newWords,
    findMarks,
    currentBlock,
    blockDirection,
    pasting(history, tell),
    tableTools,
    ...typingExtensions,
  ];
}
