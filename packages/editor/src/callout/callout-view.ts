import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { type CalloutKind, calloutKinds } from '@indelible/document/schema';

import { choice } from '../blocks/choice.ts';
import { element, icon } from '../blocks/draw.ts';
import { words } from '../words/words.ts';

const ICONS: Readonly<Record<CalloutKind, string>> = {
  note: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.8v.2',
  tip: 'M9 17c0-2.5-3-3.5-3-7a6 6 0 0 1 12 0c0 3.5-3 4.5-3 7zM10 21h4',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  danger: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 8v5M12 16v.2',
};

/** A callout as it is drawn: what kind it is, which can be changed there, beside its text. */
export class CalloutView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #kind: HTMLElement;
  readonly #list: HTMLSelectElement;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    const { label, kinds } = words().blocks.callout;
    const options = calloutKinds.map((kind) => ({ value: kind, label: kinds[kind] }));
    this.#list = choice(view, label, options, (kind) => {
      const at = getPos();
      if (at !== undefined && view.editable) {
        view.dispatch(view.state.tr.setNodeAttribute(at, 'kind', kind));
      }
    });
    this.#kind = element('div', { class: 'ed-callout-kind', contenteditable: 'false' });
    this.contentDOM = element('div', { class: 'ed-callout-text' });
    const parts = [this.#kind, this.contentDOM];
    this.dom = element('aside', { class: 'ed-callout' }, parts);
    this.#draw(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'callout') return false;
    this.#draw(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && this.#kind.contains(event.target);
  }

  ignoreMutation({ target }: { readonly target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  #draw({ attrs }: Node): void {
    const kind = calloutKinds.find((known) => known === attrs['kind']) ?? 'note';
    if (this.dom.dataset['callout'] === kind) return;
    this.dom.dataset['callout'] = kind;
    this.dom.setAttribute('aria-label', words().blocks.callout.kinds[kind]);
    this.#list.value = kind;
    this.#kind.replaceChildren(icon(ICONS[kind]), this.#list);
  }
}
