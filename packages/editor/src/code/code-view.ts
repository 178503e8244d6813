import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { choice } from '../blocks/choice.ts';
import { element, icon } from '../blocks/draw.ts';
import { copyText } from '../controls/copy-text.ts';
import { words } from '../words/words.ts';
import { knownLanguage, languages } from './languages.ts';

const WRAP = 'M3 6h18M3 12h14a3.5 3.5 0 0 1 0 7h-4M15.5 16.5 13 19l2.5 2.5M3 18h5';
const COPY = 'M9 9h11v11H9zM5 15H4V4h11v1';
const DONE = 'M4.5 12.5l5 5 10-11';

/** Milliseconds for which it says that the code has been copied. */
const TOLD = 2000;

/** A code block as it is drawn: what it is written in, whether long lines wrap, a button that copies, and the code. */
export class CodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #pre: HTMLPreElement;
  readonly #bar: HTMLElement;
  readonly #language: HTMLSelectElement;
  readonly #wrap: HTMLButtonElement;
  #node: Node;
  #told: ReturnType<typeof setTimeout> | undefined;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    const { language, plain, wrap, copy } = words().blocks.code;
    const set = (name: string, value: unknown): void => {
      const at = getPos();
      if (at !== undefined && view.editable) {
        view.dispatch(view.state.tr.setNodeAttribute(at, name, value));
      }
    };
    const known = languages.map(({ id, label }) => ({ value: id, label }));
    this.#language = choice(view, language, [{ value: '', label: plain }, ...known], (id) =>
      set('language', id === '' ? null : id),
    );
    this.#wrap = button(view, wrap, WRAP, () => {
      set('wrap', this.#node.attrs['wrap'] === true ? null : true);
    });
    const copies = button(view, copy, COPY, () => void this.#copy(copies));
    const told = element('span', { class: 'ed-unseen', role: 'status' });
    const controls = [this.#language, this.#wrap, copies, told];
    this.#bar = element('div', { class: 'ed-code-bar', contenteditable: 'false' }, controls);
    this.contentDOM = element('code', { spellcheck: 'false' });
    this.#pre = element('pre', {}, [this.contentDOM]);
    this.dom = element('div', { class: 'ed-code', dir: 'ltr' }, [this.#bar, this.#pre]);
    this.#node = node;
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type.name !== 'codeBlock') return false;
    const isSame = node.sameMarkup(this.#node);
    this.#node = node;
    if (!isSame) this.#draw();
    return true;
  }

  stopEvent({ target }: Event): boolean {
    return target instanceof Element && this.#bar.contains(target);
  }

  ignoreMutation({ target }: { readonly target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  destroy(): void {
    clearTimeout(this.#told);
  }

  #draw(): void {
    const { language, wrap }: Record<string, unknown> = this.#node.attrs;
    const name = typeof language === 'string' ? language : '';
    const shown = knownLanguage(name) ?? name;
    this.#offer(shown);
    this.#language.value = shown;
    this.dom.classList.toggle('has-language', shown !== '');
    this.#pre.toggleAttribute('data-wrap', wrap === true);
    this.#wrap.setAttribute('aria-pressed', String(wrap === true));
  }

  /** What highlighting does not know is the block's language all the same. */
  #offer(name: string): void {
    if (Array.from(this.#language.options).some(({ value }) => value === name)) return;
    this.#language.append(element('option', { value: name }, [document.createTextNode(name)]));
  }

  async #copy(copies: HTMLButtonElement): Promise<void> {
    const { copied, notCopied } = words().blocks.code;
    const isCopied = await copyText(this.#node.textContent);
    const told = this.#bar.querySelector('[role="status"]');
    if (told !== null) told.textContent = isCopied ? copied : notCopied;
    copies.replaceChildren(icon(isCopied ? DONE : COPY));
    copies.title = isCopied ? copied : notCopied;
    clearTimeout(this.#told);
    this.#told = setTimeout(() => {
      if (told !== null) told.textContent = '';
      copies.replaceChildren(icon(COPY));
      copies.title = words().blocks.code.copy;
    }, TOLD);
  }
}

function button(
  view: EditorView,
  label: string,
  path: string,
  onPress: () => void,
): HTMLButtonElement {
  const attributes = { type: 'button', 'aria-label': label, title: label };
  const pressed = element('button', attributes, [icon(path)]);
  pressed.addEventListener('mousedown', (event) => event.preventDefault());
  pressed.addEventListener('click', onPress);
  pressed.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') view.focus();
  });
  return pressed;
}
