import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { element } from '../blocks/draw.ts';
import type { Ask } from '../forms/ask.ts';
import { words } from '../words/words.ts';
import { loadMath } from './load-math.ts';

/** A formula as it is drawn; a click opens the form that changes it. */
export class MathView implements NodeView {
  readonly dom: HTMLElement;
  readonly #isBlock: boolean;
  #latex = '';

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, ask: Ask) {
    this.#isBlock = node.isBlock;
    const attributes = { class: 'ed-math', role: 'group', contenteditable: 'false' };
    this.dom = element(this.#isBlock ? 'div' : 'span', attributes);
    this.dom.addEventListener('click', () => {
      const at = getPos();
      if (at === undefined || !view.editable) return;
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
      ask(this.#isBlock ? 'blockMath' : 'inlineMath');
    });
    this.#draw(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== (this.#isBlock ? 'blockMath' : 'inlineMath')) return false;
    if (latexOf(node) !== this.#latex) this.#draw(node);
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #draw(node: Node): void {
    const latex = latexOf(node);
    this.#latex = latex;
    const { formula, empty } = words().blocks.math;
    this.dom.setAttribute('aria-label', formula);
    // What is read until KaTeX is there, and when it never comes.
    this.dom.textContent = latex.trim() === '' ? empty : latex;
    this.dom.classList.toggle('is-source', true);
    if (latex.trim() !== '') void this.#typeset(latex);
  }

  async #typeset(latex: string): Promise<void> {
    const math = await loadMath().catch(() => null);
    if (math === null || latex !== this.#latex) return;
    const drawn = element('span');
    const isRight = math.drawFormula(drawn, latex, this.#isBlock) === null;
    this.dom.classList.toggle('is-wrong', !isRight);
    if (!isRight) return;
    this.dom.classList.remove('is-source');
    this.dom.replaceChildren(drawn);
  }
}

/** The formula of a node, whatever an update has put there. */
export function latexOf({ attrs }: Node): string {
  const latex: unknown = attrs['latex'];
  return typeof latex === 'string' ? latex : '';
}
