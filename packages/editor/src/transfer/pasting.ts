import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';

import { isOwnCopy, looksLikeMarkdown } from '@indelible/document/recognize';

import { copiedText, prepareToCopy } from './copied-text.ts';
import { insertContent } from './insert-content.ts';

/**
 * Pastes what other programs copy with its structure and without its styles, and plain text that is Markdown as
 * what it means; with Shift, as it is. What does so is loaded when it is first needed.
 */
export function pasting(history: Y.UndoManager) {
  return Extension.create({
    name: 'pasting',
    // Before the tables' own pasting, which then gets to see clean cells.
    priority: 1002,
    addProseMirrorPlugins() {
      const paste = new Paste(this.editor, history);
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              keydown: (_view, { key, shiftKey }) => {
                paste.isPlain = shiftKey && key.toLowerCase() === 'v';
                return false;
              },
            },
            handlePaste: (_view, event) => paste.handle(event),
            // An empty answer leaves it to the editor.
            clipboardTextSerializer: (slice) => copiedText(slice) ?? '',
          },
          view: prepareToCopy,
        }),
      ];
    },
  });
}

class Paste {
  readonly #editor: Editor;
  readonly #history: Y.UndoManager;
  /** Whether what is pasted just now has been cleaned already. */
  #isCleaned = false;
  /** Whether the last keys ask for text as it is. */
  isPlain = false;

  constructor(editor: Editor, history: Y.UndoManager) {
    this.#editor = editor;
    this.#history = history;
  }

  handle({ clipboardData }: ClipboardEvent): boolean {
    if (this.#isCleaned) return false;
    // One step to undo, whatever was typed right before.
    this.#history.stopCapturing();
    const { isPlain } = this;
    this.isPlain = false;
    const { $from } = this.#editor.state.selection;
    if (isPlain || clipboardData === null || $from.parent.type.spec.code === true) return false;
    const html = clipboardData.getData('text/html');
    if (html !== '') {
      if (isOwnCopy(html)) return false;
      void this.#pasteHtml(html);
      return true;
    }
    const text = clipboardData.getData('text/plain');
    if (clipboardData.files.length > 0 || !looksLikeMarkdown(text)) return false;
    void this.#pasteMarkdown(text);
    return true;
  }

  async #pasteHtml(html: string): Promise<void> {
    const { cleanPaste } = await import('@indelible/document/paste');
    if (this.#editor.isDestroyed) return;
    this.#isCleaned = true;
    try {
      this.#editor.view.pasteHTML(cleanPaste(html).result);
    } finally {
      this.#isCleaned = false;
      this.#history.stopCapturing();
    }
  }

  async #pasteMarkdown(text: string): Promise<void> {
    const { readMarkdown } = await import('@indelible/document/markdown');
    if (this.#editor.isDestroyed) return;
    insertContent(this.#editor.view, readMarkdown(text).result.content);
    this.#history.stopCapturing();
  }
}
