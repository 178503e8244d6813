import {
  type Command,
  EditorState,
  type Plugin,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

import { contentOf } from '@indelible/document';
import { keepWords, type Received } from '@indelible/document/rescue';
import { localOnly, repairingToTheEnd, schema } from '@indelible/document/schema';

import { bindCaret, bindInlineContent } from '../../src/binding/binding.ts';
import { openHistory } from '../../src/binding/history.ts';
import { undoSteps } from '../../src/binding/undo-steps.ts';

const RECEIVED = 'received';

/** What a page does, without a page: the editor's state and its binding to a Yjs document that keeps words. */
export class HeadlessWriter {
  doc = new Y.Doc();
  /** What this page has made, in the order in which it made it. */
  readonly made: Uint8Array[] = [];
  readonly history: Y.UndoManager;
  /** What waits for the page's patience to end. */
  #appointments: (() => void)[] = [];
  readonly #view: HeadlessView;

  /** @param local what the page's device has kept. */
  constructor(clientId: number, local: readonly Uint8Array[], isKeeping = true) {
    this.doc.clientID = clientId;
    if (isKeeping) {
      keepWords(this.doc, {
        receivedIn: ({ meta }) => (meta.get(RECEIVED) as Received | undefined) ?? null,
        later: (act) => {
          this.#appointments.push(act);
          return () => undefined;
        },
      });
    }
    this.doc.transact(() => {
      for (const update of local) Y.applyUpdate(this.doc, update);
    }, 'local copy');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.made.push(update);
    });
    this.history = openHistory(this.doc);
    this.#view = new HeadlessView(this.doc, this.history);
  }

  get state(): EditorState {
    return this.#view.state;
  }

  /** The words, a line for each block. */
  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n', '⏎');
  }

  /** The document with its blocks, such as `bulletList(listItem(paragraph("tea")))`. */
  get shape(): string {
    const shape = this.state.doc.toString().replace(/^doc\((.*)\)$/, '$1');
    // Formatting of what is no letter is only on the page that gave it.
    return shape.replaceAll('bold(hardBreak)', 'hardBreak');
  }

  receive(update: Uint8Array, isAnswer = false): void {
    this.doc.transact(({ meta }) => {
      meta.set(RECEIVED, { update, isAnswer } satisfies Received);
      Y.applyUpdate(this.doc, update);
    }, 'line');
  }

  /** Others have had their time. */
  losePatience(): void {
    const due = this.#appointments;
    this.#appointments = [];
    for (const act of due) act();
  }

  dispatch(edit: (tr: Transaction) => Transaction): void {
    this.#view.dispatch(edit(this.state.tr));
  }

  /** @returns false if the command does not apply where the caret is. */
  run(command: Command): boolean {
    return command(this.state, this.#view.dispatch);
  }

  /** Shows every transaction of this page from now on. */
  watch(see: (tr: Transaction) => void): void {
    this.#view.see = see;
  }

  /** Puts the caret behind the first place where these words are; at the end of the document if they are nowhere. */
  goBehind(words: string): void {
    let place = this.state.doc.content.size;
    this.state.doc.descendants((node, at) => {
      const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
      if (index >= 0) place = Math.min(place, at + index + words.length);
    });
    this.goTo(place);
  }

  /** Puts the caret at a place, or selects to another. */
  goTo(place: number, to?: number): void {
    this.dispatch((tr) => {
      const resolve = (at: number) =>
        tr.doc.resolve(Math.min(Math.max(at, 0), tr.doc.content.size));
      const near = TextSelection.near(resolve(place));
      return tr.setSelection(
        to === undefined ? near : TextSelection.between(near.$from, resolve(to)),
      );
    });
  }

  type(letters: string): void {
    for (const letter of letters) this.dispatch((tr) => tr.insertText(letter));
  }
}

/** As much of a view as the binding asks for. */
class HeadlessView {
  state: EditorState;
  see: (tr: Transaction) => void = () => undefined;
  readonly #updates: ((before: EditorState) => void)[] = [];

  constructor(doc: Y.Doc, history: Y.UndoManager) {
    const steps = undoSteps(history);
    // The library leaves its type open.
    const plugin = ySyncPlugin(contentOf(doc)) as Plugin;
    this.state = EditorState.create({
      schema,
      plugins: [steps, plugin, localOnly(repairingToTheEnd(tableEditing()))],
    });
    const view = plugin.spec.view?.(this.asView);
    bindInlineContent(this.asView);
    bindCaret(this.asView);
    const parting = steps.spec.view?.(this.asView);
    this.#updates.push((before) => parting?.update?.(this.asView, before));
    this.#updates.push(() => view?.update?.(this.asView, this.state));
  }

  get asView(): EditorView {
    return this as unknown as EditorView;
  }

  readonly dispatch = (tr: Transaction): void => {
    const before = this.state;
    this.see(tr);
    this.state = before.apply(tr);
    for (const update of this.#updates) update(before);
  };

  hasFocus(): boolean {
    return false;
  }
}
