import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { element } from '../blocks/draw.ts';
import { depthsOf, type Heading, headingsOf } from '../outline/headings.ts';
import { words } from '../words/words.ts';

/** A table of contents as it is drawn: a list of the headings, each of which leads to its place. */
export class ContentsView implements NodeView {
  readonly dom: HTMLElement;
  readonly #view: EditorView;
  readonly #onGone: () => void;
  #shown = '';

  constructor(view: EditorView, onGone: () => void) {
    this.#view = view;
    this.#onGone = onGone;
    const label = words().blocks.contents.label;
    this.dom = element('nav', {
      class: 'ed-contents',
      contenteditable: 'false',
      'aria-label': label,
    });
    this.dom.addEventListener('keydown', (event) => this.#move(event));
    this.refresh(headingsOf(view.state.doc));
  }

  /** Shows these headings. */
  refresh(headings: readonly Heading[]): void {
    const shown = JSON.stringify(headings.map(({ level, text }) => [level, text]));
    if (shown === this.#shown) return;
    this.#shown = shown;
    const depths = depthsOf(headings);
    const entries = headings.map(({ text }, index) => this.#entry(text, index, depths[index] ?? 0));
    const none = element('p', {}, [document.createTextNode(words().blocks.contents.none)]);
    this.dom.replaceChildren(entries.length > 0 ? element('ol', {}, entries) : none);
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof Element && target.closest('button') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#onGone();
  }

  #entry(text: string, index: number, depth: number): HTMLElement {
    const button = element('button', { type: 'button' }, [document.createTextNode(text)]);
    if (index === 0) button.dataset['control'] = '';
    button.addEventListener('click', () => this.#goTo(index));
    return element('li', { 'data-step': String(depth) }, [button]);
  }

  /** Where the heading is by now. */
  #goTo(index: number): void {
    const view = this.#view;
    const heading = headingsOf(view.state.doc)[index];
    if (heading === undefined) return;
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.create(doc, heading.at + 1)));
    const drawn = view.nodeDOM(heading.at);
    if (drawn instanceof Element) drawn.scrollIntoView({ block: 'start' });
    view.focus();
  }

  #move(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#view.focus();
      return;
    }
    const entries = [...this.dom.querySelectorAll('button')];
    const from = entries.findIndex((entry) => entry === event.target);
    const next = from + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0);
    if (from < 0 || next === from) return;
    entries[next]?.focus();
    event.preventDefault();
  }
}

/** Whether a table of contents is selected as a whole. */
export const isContentsSelected = ({ selection }: EditorView['state']): boolean =>
  selection instanceof NodeSelection && selection.node.type.name === 'tableOfContents';
