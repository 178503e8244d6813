import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { dayWords, fullDate } from '../dates/date-words.ts';
import { dayOf, isDay } from '../dates/day.ts';
import type { Ask } from '../forms/ask.ts';
import { localeInUse, onLanguage } from '../words/dictionary.ts';
import { words } from '../words/words.ts';
import type { Titles } from './library.ts';

interface InlinePorts {
  /** Null where the app has no other documents. */
  readonly titles: Titles | null;
  readonly ask: Ask;
}

/** Draws what is named in the text: documents by their present titles, which open; days in the reader's words. */
export function inlineViews({ titles, ask }: InlinePorts) {
  return Extension.create({
    name: 'inlineViews',
    addProseMirrorPlugins() {
      const { editor } = this;
      const openSelected = (view: EditorView): boolean => open(view, editor, titles, ask);
      return [
        new Plugin({
          props: {
            nodeViews: {
              mention: (node) => new MentionView(node, titles),
              date: (node) => new DateView(node),
            },
            handleKeyDown: (view, { key }) => key === 'Enter' && openSelected(view),
            handleClickOn: (view, _position, node, at, event) => {
              if (event.button !== 0 || !['mention', 'date'].includes(node.type.name)) return false;
              if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
              const { tr, doc } = view.state;
              view.dispatch(tr.setSelection(NodeSelection.create(doc, at)));
              return openSelected(view);
            },
          },
        }),
      ];
    },
  });
}

/** Opens the selected document or the selected day's calendar. */
function open(view: EditorView, editor: Editor, titles: Titles | null, ask: Ask): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection)) return false;
  const { type, attrs } = selection.node;
  if (type.name === 'date' && editor.isEditable) {
    ask('date');
    return true;
  }
  const { kind, id }: Record<string, unknown> = attrs;
  if (type.name !== 'mention' || kind !== 'document' || typeof id !== 'string') return false;
  titles?.library.open(id);
  return titles !== null;
}

/** A document's title leads to it; what was written when it was mentioned stands for it while it is not known. */
class MentionView implements NodeView {
  readonly dom: HTMLElement;
  readonly #titles: Titles | null;
  readonly #forget: () => void;
  #node: Node;

  constructor(node: Node, titles: Titles | null) {
    this.#node = node;
    this.#titles = node.attrs['kind'] === 'document' ? titles : null;
    this.dom = document.createElement(this.#titles === null ? 'span' : 'a');
    this.dom.className = 'ed-mention';
    this.#forget = this.#titles?.subscribe(() => this.#draw()) ?? (() => {});
    void this.#titles?.refresh().catch(() => undefined);
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || node.attrs['kind'] !== this.#node.attrs['kind'])
      return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#forget();
  }

  #draw(): void {
    const { kind, id, label }: Record<string, unknown> = this.#node.attrs;
    const name = typeof label === 'string' ? label : '';
    this.dom.dataset['mention'] = kind === 'document' ? 'document' : 'person';
    if (kind !== 'document') {
      this.dom.textContent = `@${name}`;
      return;
    }
    const key = typeof id === 'string' ? id : '';
    this.dom.textContent = (this.#titles?.titleOf(key) ?? name) || words().mentions.untitled;
    if (this.#titles !== null) this.dom.setAttribute('href', this.#titles.library.addressOf(key));
  }
}

const dateViews = new Set<DateView>();

/** Another day has begun, or another language is in use. */
function redrawDates(): void {
  for (const view of dateViews) view.draw();
}

let stopListening = (): void => {};

class DateView implements NodeView {
  readonly dom = document.createElement('time');
  #node: Node;

  constructor(node: Node) {
    this.#node = node;
    this.dom.className = 'ed-date';
    if (dateViews.size === 0) stopListening = listen();
    dateViews.add(this);
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.draw();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    dateViews.delete(this);
    if (dateViews.size === 0) stopListening();
  }

  draw(): void {
    const value: unknown = this.#node.attrs['value'];
    if (typeof value !== 'string' || !isDay(value)) {
      this.dom.textContent = words().mentions.noDate;
      return;
    }
    this.dom.dateTime = value;
    this.dom.title = fullDate(value, localeInUse());
    this.dom.textContent = dayWords(value, dayOf(new Date()), localeInUse());
  }
}

function listen(): () => void {
  const end = onLanguage(redrawDates);
  addEventListener('focus', redrawDates);
  return () => {
    end();
    removeEventListener('focus', redrawDates);
  };
}
