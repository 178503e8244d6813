import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';

import { isSafeHref } from '@indelible/document';

import { isFromYjs } from '../binding/is-from-yjs.ts';
import { linkAtCaret, linkBehind, type LinkRange } from './link-range.ts';

/** A link that somebody's caret, mouse or focus rests in. */
export interface RestedLink extends LinkRange {
  /** Null: the caret. Else what the mouse or the focus is on. */
  readonly element: HTMLElement | null;
  /** Where in the window they rest. */
  readonly x: number;
  readonly y: number;
  /** Somebody asked to go into the card by key. */
  readonly isEntered: boolean;
}

/** Milliseconds of resting before a card shows, and of being elsewhere before it goes. */
const REST = 500;
const LEAVE = 350;

type Timer = ReturnType<typeof setTimeout> | undefined;

/** Keys that by themselves change nothing. */
const SILENT: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/** Notices when somebody rests in a link; never while they type, select, or have something else open. */
export class LinkWatch {
  readonly #editor: Editor;
  readonly #show: (link: RestedLink | null) => void;
  readonly #ended = new AbortController();
  #shown: RestedLink | null = null;
  #caretLink: LinkRange | null = null;
  /** The caret's link was put away; not before the caret has been elsewhere does it come again. */
  #isDismissed = false;
  #caretTimer: Timer;
  #mouseTimer: Timer;

  constructor(editor: Editor, show: (link: RestedLink | null) => void) {
    this.#editor = editor;
    this.#show = show;
    editor.on('transaction', this.#onTransaction);
    this.#listen();
  }

  /** Puts the card away until somebody comes to the link anew. */
  dismiss(): void {
    this.#isDismissed = true;
    this.#set(null);
  }

  /** Puts the card away and goes back to where its reader came from. */
  leave(): void {
    const element = this.#shown?.element ?? null;
    this.dismiss();
    if (this.#editor.isDestroyed) return;
    if (this.#editor.isEditable) this.#editor.view.focus();
    else element?.focus();
  }

  /** The mouse has come to the card. */
  stay(): void {
    clearTimeout(this.#mouseTimer);
  }

  /** The mouse has left the link or its card. */
  goSoon(): void {
    clearTimeout(this.#mouseTimer);
    if (this.#shown !== null && this.#shown.element !== null && !this.#shown.isEntered) {
      this.#mouseTimer = setTimeout(() => {
        // It may be on the card by now; leaving that comes here again.
        if (document.querySelector(`${CARD}:hover`) === null) this.#set(null);
      }, LEAVE);
    }
  }

  end(): void {
    this.#set(null);
    this.#editor.off('transaction', this.#onTransaction);
    this.#ended.abort();
  }

  readonly #onTransaction = ({ transaction }: { readonly transaction: Transaction }): void => {
    const link = linkAtCaret(this.#editor.state);
    const isOther = link?.from !== this.#caretLink?.from || link?.to !== this.#caretLink?.to;
    this.#caretLink = link;
    if (transaction.docChanged) {
      if (isFromYjs(transaction)) this.#follow();
      else this.#set(null);
      return;
    }
    if (!transaction.selectionSet) return;
    if (isOther) this.#isDismissed = false;
    if (link === null) {
      if (this.#shown?.element === null || !this.#editor.state.selection.empty) this.#set(null);
      clearTimeout(this.#caretTimer);
    } else if (!this.#isDismissed && this.#shown?.from !== link.from) {
      clearTimeout(this.#caretTimer);
      this.#caretTimer = this.#soon(() => this.#atCaret());
    }
  };

  /** Others have written: the link is still the same, but somewhere else. */
  #follow(): void {
    const { state } = this.#editor;
    if (this.#shown === null) return;
    const now =
      this.#shown.element === null ? linkAtCaret(state) : this.#linkOf(this.#shown.element);
    this.#set(now === null ? null : { ...this.#shown, ...now });
  }

  #listen(): void {
    const { dom } = this.#editor.view;
    const { signal } = this.#ended;
    dom.addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
    dom.addEventListener('pointerover', (event) => this.#onPointer(event), { signal });
    dom.addEventListener('pointerleave', () => this.goSoon(), { signal });
    dom.addEventListener('focusin', ({ target }) => this.#onFocus(target), { signal });
    dom.addEventListener('focusout', (event) => this.#onBlur(event), { signal });
    const opening = (event: Event) => {
      const isOpening = event instanceof ToggleEvent && event.newState === 'open';
      if (isOpening && event.target instanceof Element && isElse(event.target)) this.#set(null);
    };
    document.addEventListener('beforetoggle', opening, { signal, capture: true });
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing || SILENT.has(key)) return;
    if (key === 'Enter' && event.altKey && this.#enter()) {
      event.preventDefault();
      event.stopPropagation();
    } else if (key === 'Escape' && this.#shown !== null) {
      event.preventDefault();
      event.stopPropagation();
      this.dismiss();
    } else if (this.#shown?.element !== null) {
      this.#set(null);
    }
  }

  #enter(): boolean {
    if (this.#shown !== null) {
      this.#set({ ...this.#shown, isEntered: true });
      return true;
    }
    const { activeElement } = document;
    if (activeElement !== this.#editor.view.dom) return this.#on(activeElement, null, true);
    return this.#atCaret(true);
  }

  #onPointer({ target, pointerType, buttons, clientX: x, clientY: y }: PointerEvent): void {
    if (pointerType === 'touch' || buttons !== 0) return;
    const element = linkElement(target);
    const link = element === null ? null : this.#linkOf(element);
    if (link === null) {
      this.goSoon();
      return;
    }
    this.stay();
    if (link.from === this.#shown?.from) return;
    this.#mouseTimer = this.#soon(() => this.#on(element, { x, y }));
  }

  #onFocus(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || target === this.#editor.view.dom) return;
    if (!target.matches(':focus-visible')) return;
    clearTimeout(this.#caretTimer);
    this.#caretTimer = this.#soon(() => this.#on(linkElement(target), null));
  }

  /** The card may have taken the focus. */
  #onBlur({ relatedTarget }: FocusEvent): void {
    const isInCard = relatedTarget instanceof Element && relatedTarget.closest(CARD) !== null;
    if (!isInCard) this.#set(null);
  }

  #atCaret(isEntered = false): boolean {
    const { view, state } = this.#editor;
    const link = linkAtCaret(state);
    if (link === null || !view.hasFocus()) return false;
    const { left, top, bottom } = view.coordsAtPos(state.selection.head);
    return this.#open({ ...link, element: null, x: left, y: (top + bottom) / 2, isEntered });
  }

  #on(target: EventTarget | null, at: { x: number; y: number } | null, isEntered = false): boolean {
    const element = linkElement(target);
    const link = element === null ? null : this.#linkOf(element);
    if (element === null || link === null) return false;
    const { left, top } = element.getBoundingClientRect();
    return this.#open({ ...link, element, x: at?.x ?? left, y: at?.y ?? top, isEntered });
  }

  #open(link: RestedLink): boolean {
    const isBusy = [...document.querySelectorAll(':popover-open, dialog[open]')].some(isElse);
    // Of an address that leads nowhere a reader can do nothing.
    const isOfUse = this.#editor.isEditable || isSafeHref(link.href);
    if (isBusy || !isOfUse) return false;
    this.#set(link);
    return true;
  }

  #linkOf(element: HTMLElement): LinkRange | null {
    const { view, state, isDestroyed } = this.#editor;
    if (isDestroyed || !view.dom.contains(element)) return null;
    return linkBehind(state.doc, view.posAtDOM(element, 0));
  }

  #soon(act: () => void): Timer {
    return setTimeout(() => {
      if (!this.#editor.isDestroyed) act();
    }, REST);
  }

  #forget(): void {
    clearTimeout(this.#caretTimer);
    clearTimeout(this.#mouseTimer);
  }

  #set(link: RestedLink | null): void {
    this.#forget();
    if (link === null && this.#shown === null) return;
    this.#shown = link;
    this.#show(link);
  }
}

const CARD = '.ed-link-card';

/** Hints and notes are in nobody's way. */
const isElse = (element: Element): boolean =>
  element.closest(CARD) === null && !element.matches('.ed-hint, .ed-note');

/** Names of documents and people lead somewhere, too, but open on their own. */
function linkElement(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('a');
  return element?.matches('.ed-mention') === false ? element : null;
}
