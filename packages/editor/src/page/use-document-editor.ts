import { Editor } from '@tiptap/core';
import { type RefCallback, useCallback, useState } from 'react';
import type * as Y from 'yjs';

import { contentOf } from '@indelible/document';
import type { Provider } from '@indelible/provider';

import { bindCaret, bindInlineContent } from '../binding/binding.ts';
import { rememberCaret } from '../binding/caret-memory.ts';
import { closeHistory, openHistory } from '../binding/history.ts';
import { keepViewSteady } from '../binding/steady-view.ts';
import { openLinkOnClick } from '../forms/open-link.ts';
import { followHash } from '../links/linked-block.ts';
import type { TellCarried } from '../transfer/carried.ts';
import { composeUndisturbed } from '../typing/compose-undisturbed.ts';
import { paintFirst } from '../typing/paint-first.ts';
import type { UploadTarget } from '../uploads/upload-file.ts';
import { uploadsFor } from '../uploads/uploads-for.ts';
import { words } from '../words/words.ts';
import { editorExtensions } from './editor-extensions.ts';
import type { EditorKeys } from './editor-keys.ts';

/** An editor on the page and the history it shares with the title. */
export interface OpenEditor {
  readonly editor: Editor;
  readonly history: Y.UndoManager;
}

/** Pixels at the edges of the screen where a bar may lie on the text: the caret keeps clear of them. */
const COVERED = { top: 112, right: 24, bottom: 72, left: 24 };

/**
 * An editor of the provider's document, open for as long as the element it is attached to is on the page.
 *
 * @param keys must stay the same object.
 * @param target must stay the same object; without one no files are taken.
 * @param tell must stay the same function.
 * @returns the editor, null before, and the ref that attaches it.
 */
export function useDocumentEditor(
  provider: Provider,
  keys: EditorKeys,
  target: UploadTarget | null,
  tell: TellCarried,
): readonly [OpenEditor | null, RefCallback<HTMLElement>] {
  const [open, setOpen] = useState<OpenEditor | null>(null);
  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const history = openHistory(provider.doc);
      const editor = createEditor(element, provider, history, keys, target, tell);
      const forgetCaret = rememberCaret(history, contentOf(provider.doc), editor.view);
      const releaseCaret = bindCaret(editor.view);
      const releaseView = keepViewSteady(editor.view);
      const leaveHash = followHash(editor);
      const disturb = composeUndisturbed(editor.view, () => provider.hold());
      const hearAtOnce = paintFirst(editor.view.dom, () => provider.hold());
      setOpen({ editor, history });
      return () => {
        setOpen(null);
        hearAtOnce();
        disturb();
        leaveHash();
        releaseView();
        releaseCaret();
        forgetCaret();
        editor.destroy();
        closeHistory(history);
      };
    },
    [provider, keys, target, tell],
  );
  return [open, attach];
}

const attributes = (): Record<string, string> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': words().page.document,
  spellcheck: 'true',
});

function createEditor(
  element: HTMLElement,
  provider: Provider,
  history: Y.UndoManager,
  keys: EditorKeys,
  target: UploadTarget | null,
  tell: TellCarried,
): Editor {
  const editor = new Editor({
    element,
    extensions: editorExtensions(provider, history, keys, uploadsFor(provider, target), tell),
    // Its styles are in editor.css, so that a strict content security policy has nothing to allow.
    injectCSS: false,
    editorProps: {
      scrollThreshold: COVERED,
      scrollMargin: COVERED,
      attributes,
      handleClick: openLinkOnClick,
    },
    onFocus: () => history.stopCapturing(),
    onBlur: () => history.stopCapturing(),
  });
  // TipTap takes attributes as they are and leaves out a function, which knows the language of the hour.
  editor.view.setProps({ attributes });
  bindInlineContent(editor.view);
  return editor;
}
