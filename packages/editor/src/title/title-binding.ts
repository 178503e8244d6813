import * as Y from 'yjs';

import { oneLine, textEdit } from '@indelible/document';

import { titleOrigin } from '../binding/history.ts';
import { type Delta, rebase, shiftPlace } from './title-edit.ts';

interface TitleBindingOptions {
  readonly field: HTMLTextAreaElement;
  readonly text: Y.Text;
  readonly history: Y.UndoManager;
  /** Told what the field shows, from the beginning and whenever it changes. */
  readonly onShown: (title: string) => void;
}

const CARET = Symbol('caret in the title');

interface Caret {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>;
  readonly origin: unknown;
}

/**
 * Makes a field and the title one: what is typed becomes the smallest edit, what others write moves the caret
 * along, and undo brings the caret back.
 *
 * @returns a function that parts them.
 */
export function bindTitle({ field, text, history, onShown }: TitleBindingOptions): () => void {
  let shown = '';
  let composing = false;
  // What others wrote while a word was being composed: touching the field would break the composition.
  let missed: Delta[] = [];
  let caretBefore: Caret | null = null;
  let lastChangeEnd = 0;

  const show = () => {
    shown = text.toJSON();
    if (field.value !== shown) field.value = shown;
    onShown(shown);
  };

  const select = (start: number, end: number) => {
    // Selecting in a field that isn't focused would take the focus in some browsers.
    if (field.ownerDocument.activeElement === field) field.setSelectionRange(start, end);
  };

  const typed = () => {
    const caret = oneLine(field.value.slice(0, field.selectionEnd)).length;
    const value = oneLine(field.value);
    const edit = rebase(textEdit(shown, value, Math.min(caret, value.length)), missed);
    missed = [];
    text.doc?.transact(() => {
      text.delete(edit.index, edit.remove);
      text.insert(edit.index, edit.insert);
    }, titleOrigin);
    const redrawn = field.value !== text.toJSON();
    show();
    if (redrawn) select(edit.index + edit.insert.length, edit.index + edit.insert.length);
  };

  const changed = (event: Y.YTextEvent) => {
    if (event.transaction.origin === titleOrigin) return;
    const delta: Delta = event.delta;
    lastChangeEnd = endOf(delta);
    if (composing) {
      missed.push(delta);
      return;
    }
    const start = shiftPlace(delta, field.selectionStart, 'before');
    const end = shiftPlace(delta, field.selectionEnd, 'before');
    show();
    select(start, end);
  };

  const remember = () => {
    const place = (index: number) => Y.createRelativePositionFromTypeIndex(text, index, -1);
    if (composing) return;
    caretBefore = { start: place(field.selectionStart), end: place(field.selectionEnd) };
  };

  const added = ({ stackItem, changedParentTypes, origin }: StackEvent) => {
    if (origin === titleOrigin && changedParentTypes.has(text)) {
      stackItem.meta.set(CARET, caretBefore);
    }
  };

  const popped = ({ stackItem, changedParentTypes }: StackEvent) => {
    if (!changedParentTypes.has(text)) return;
    const caret = resolve(stackItem.meta.get(CARET), text);
    field.focus();
    if (caret === null) field.setSelectionRange(lastChangeEnd, lastChangeEnd);
    else field.setSelectionRange(caret.start, caret.end);
  };

  const listening = new AbortController();
  const on = (name: string, handler: () => void) =>
    field.addEventListener(name, handler, { signal: listening.signal });
  on('beforeinput', remember);
  on('compositionstart', () => {
    remember();
    composing = true;
  });
  on('compositionend', () => {
    composing = false;
    typed();
  });
  on('input', () => {
    if (!composing) typed();
  });
  // Typing here and there in quick succession is two steps.
  on('focus', () => history.stopCapturing());
  on('blur', () => history.stopCapturing());
  text.observe(changed);
  history.on('stack-item-added', added);
  history.on('stack-item-popped', popped);
  show();

  return () => {
    listening.abort();
    text.unobserve(changed);
    history.off('stack-item-added', added);
    history.off('stack-item-popped', popped);
  };
}

/** Where the last inserted or deleted letters of a change end in the new text. */
function endOf(delta: Delta): number {
  let at = 0;
  let end = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (typeof step.insert === 'string') at += step.insert.length;
    if (step.retain === undefined) end = at;
  }
  return end;
}

function resolve(remembered: unknown, text: Y.Text): { start: number; end: number } | null {
  if (remembered === undefined || remembered === null || text.doc === null) return null;
  const { start, end } = remembered as Caret;
  const from = Y.createAbsolutePositionFromRelativePosition(start, text.doc);
  const to = Y.createAbsolutePositionFromRelativePosition(end, text.doc);
  return from === null || to === null ? null : { start: from.index, end: to.index };
}
