import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Decoration, EditorView, NodeView } from '@tiptap/pm/view';

import { element, icon } from '../blocks/draw.ts';
import { words } from '../words/words.ts';
import { isOpenAt, isOpenBy, openAround, setOpen } from './open-toggles.ts';

const CHEVRON = 'M9 6l6 6-6 6';

/** Opens a closed toggle and closes an open one. */
export function switchToggle(view: EditorView, at: number): void {
  const { doc, selection, tr } = view.state;
  const node = doc.nodeAt(at);
  if (node?.type.name !== 'details') return;
  const isOpen = isOpenAt(view.state, at);
  const summaryEnd = at + 1 + (node.firstChild?.nodeSize ?? 0);
  const isInside = selection.to > summaryEnd && selection.from < at + node.nodeSize;
  // A caret that can't be seen would write where nobody looks.
  if (isOpen && isInside) tr.setSelection(TextSelection.create(doc, summaryEnd - 1));
  view.dispatch(setOpen(tr, at, !isOpen));
}

/** A toggle as it is drawn: the button, and beside it the line and what is below. */
export class ToggleView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #button: HTMLButtonElement;

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    const attributes = { type: 'button', contenteditable: 'false', 'data-control': '' };
    this.#button = element('button', { class: 'ed-toggle-button', ...attributes }, [icon(CHEVRON)]);
    // The caret stays where it is, and so do a phone's keys.
    this.#button.addEventListener('mousedown', (event) => event.preventDefault());
    this.#button.addEventListener('click', () => {
      const at = getPos();
      if (at !== undefined) switchToggle(view, at);
    });
    this.#button.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') view.focus();
    });
    this.contentDOM = element('div', { class: 'ed-toggle-text' });
    this.dom = element('div', { class: 'ed-toggle' }, [this.#button, this.contentDOM]);
    this.#draw(node, decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'details') return false;
    this.#draw(node, decorations);
    return true;
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof Element && this.#button.contains(target);
  }

  ignoreMutation({ target }: { readonly target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  #draw(node: Node, decorations: readonly Decoration[]): void {
    const { open, close } = words().blocks.toggle;
    const isOpen = isOpenBy(decorations);
    const summary = node.firstChild?.textContent ?? '';
    this.dom.classList.toggle('is-open', isOpen);
    this.#button.setAttribute('aria-expanded', String(isOpen));
    this.#button.setAttribute('aria-label', isOpen ? close(summary) : open(summary));
  }
}

/** What a toggle hides: closed, the browser's own search still finds what is in it, and opens it. */
export class ToggleContentView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;

  constructor(
    _node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.dom = element('div', { class: 'ed-toggle-content', 'data-details-content': '' });
    this.contentDOM = this.dom;
    this.dom.addEventListener('beforematch', () => {
      const at = getPos();
      if (at !== undefined) openAround(view, at);
    });
    this.#draw(decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'detailsContent') return false;
    this.#draw(decorations);
    return true;
  }

  /** The browser takes the attribute away by itself before it shows what it has found. */
  ignoreMutation({ type, target }: { readonly type: string; readonly target: globalThis.Node }) {
    return type === 'attributes' && target === this.dom;
  }

  #draw(decorations: readonly Decoration[]): void {
    if (isOpenBy(decorations)) this.dom.removeAttribute('hidden');
    else this.dom.setAttribute('hidden', 'until-found');
  }
}
