import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';

import type { FoundPictures, Loss, ReadFile } from '@indelible/document/files';
import { isOwnCopy, looksLikeMarkdown } from '@indelible/document/recognize';

import { asOneStep, onUndone, undoStep, type UndoStep } from '../uploads/as-one-step.ts';
import { hasText } from '../uploads/pasted.ts';
import { anchorAt, blockPlace, placeOf } from '../uploads/places.ts';
import { fileReaders, uploadsOf } from '../uploads/take-files.ts';
import type { PlacedFile } from '../uploads/uploads-options.ts';
import { missedInPaste, type TellCarried } from './carried.ts';
import { copiedText, prepareToCopy } from './copied-text.ts';
import { insertContent } from './insert-content.ts';
import { blocksOf, insertBlocks, isReadable } from './insert-files.ts';
import { takePictures } from './take-pictures.ts';

/**
 * Pastes what other programs copy with its structure and without its styles, and plain text that is Markdown as
 * what it means; with Shift, as it is. What does so is loaded when it is first needed.
 */
export function pasting(history: Y.UndoManager, tell: TellCarried) {
  return Extension.create({
    name: 'pasting',
    // Before the tables' own pasting, which then gets to see clean cells.
    priority: 1002,
    addProseMirrorPlugins() {
      const paste = new Paste(this.editor, history, tell);
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
          appendTransaction: (_transactions, _before, state) => paste.takePictures(state),
          view: (view) => {
            fileReaders.set(view, (files, position) => paste.readFiles(files, position));
            return prepareToCopy(view);
          },
        }),
      ];
    },
  });
}

class Paste {
  readonly #editor: Editor;
  readonly #history: Y.UndoManager;
  readonly #tell: TellCarried;
  /** Whether what is pasted just now has been cleaned already. */
  #isCleaned = false;
  /** The pictures in what is put into the text just now, and those that were taken out of it. */
  #found: readonly FoundPictures[] = [];
  #taken: PlacedFile[] = [];
  /** Whether the last keys ask for text as it is. */
  isPlain = false;

  constructor(editor: Editor, history: Y.UndoManager, tell: TellCarried) {
    this.#editor = editor;
    this.#history = history;
    this.#tell = tell;
  }

  handle({ clipboardData }: ClipboardEvent): boolean {
    if (this.#isCleaned) return false;
    // One step to undo, whatever was typed right before.
    this.#history.stopCapturing();
    const { isPlain } = this;
    this.isPlain = false;
    const { $from } = this.#editor.state.selection;
    if (isPlain || clipboardData === null || $from.parent.type.spec.code === true) return false;
    // A picture that was copied as one: the HTML beside it only says where it is.
    if (clipboardData.files.length > 0 && !hasText(clipboardData)) return false;
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

  /** @returns the files that are none to be read. */
  readFiles(files: readonly File[], position: number): readonly File[] {
    const readable = files.filter(isReadable);
    if (readable.length > 0) void this.#insertFiles(readable, position);
    return files.filter((file) => !isReadable(file));
  }

  takePictures(state: EditorState): Transaction | null {
    return this.#found.length === 0 ? null : takePictures(state, this.#found, this.#taken);
  }

  async #pasteHtml(html: string): Promise<void> {
    const { cleanPaste, FoundPictures } = await import('@indelible/document/paste');
    if (this.#editor.isDestroyed) return;
    const found = new FoundPictures();
    const { result, losses } = cleanPaste(html, found);
    this.#isCleaned = true;
    try {
      const put = this.#put([found], () => this.#editor.view.pasteHTML(result));
      this.#tellOfPaste([...losses, ...put.losses]);
    } finally {
      this.#isCleaned = false;
    }
  }

  async #pasteMarkdown(text: string): Promise<void> {
    const { readMarkdown } = await import('@indelible/document/markdown');
    if (this.#editor.isDestroyed) return;
    const { result, losses } = readMarkdown(text);
    insertContent(this.#editor.view, result.content);
    this.#history.stopCapturing();
    this.#tellOfPaste(losses);
  }

  #tellOfPaste(losses: readonly Loss[]): void {
    const missed = missedInPaste(losses);
    if (missed.length > 0) this.#tell({ files: [], losses: missed });
  }

  /** Puts what files say where they were dropped; attaches those that say nothing. */
  async #insertFiles(files: readonly File[], position: number): Promise<void> {
    const { view, state } = this.#editor;
    const anchor = anchorAt(state, blockPlace(state.doc, position, state.schema.node('image')));
    const read = await readAll(files);
    if (this.#editor.isDestroyed) return;
    const uploads = uploadsOf(view);
    const attach = (all: readonly File[]): void => uploads?.add(all, placeOf(view.state, anchor));
    attach(files.filter((_file, index) => read[index] === null));
    const said = read.filter((one) => one !== null);
    if (said.length === 0 || !view.editable) return;
    const pictures = said.map((one) => one.pictures);
    const { step, losses, takeBack } = this.#put(pictures, () =>
      insertBlocks(view, blocksOf(said), placeOf(view.state, anchor)),
    );
    view.focus();
    const readFiles = files.filter((_file, index) => read[index] !== null);
    this.#tell({
      files: readFiles.map(({ name }) => name),
      losses: [...said.flatMap((one) => one.losses), ...losses],
      attach: () => {
        takeBack?.();
        undoStep(view, step);
        attach(readFiles);
      },
    });
  }

  /** Makes a change whose pictures are uploaded, and undone along with it. */
  #put(found: readonly FoundPictures[], change: () => void) {
    const { view } = this.#editor;
    this.#found = found;
    const taken: PlacedFile[] = [];
    this.#taken = taken;
    let step: UndoStep | null;
    try {
      step = asOneStep(view, change);
    } finally {
      this.#found = [];
    }
    const takeBack = uploadsOf(view)?.addPictures(taken, step);
    if (taken.length > 0 && takeBack !== undefined) onUndone(view, step, takeBack);
    const isLost = taken.length > 0 && takeBack === undefined;
    const losses: Loss[] = isLost ? [{ kind: 'picture', count: taken.length }] : [];
    return { step, losses, takeBack };
  }
}

/** What each of the files says; null for those that can't be read. */
async function readAll(files: readonly File[]): Promise<readonly (ReadFile | null)[]> {
  try {
    const { readFile } = await import('@indelible/document/files');
    return await Promise.all(files.map((file) => readFile(file).catch(() => null)));
  } catch {
    // What reads them could not be fetched.
    return files.map(() => null);
  }
}
