import type { Provider } from '@indelible/provider';

import type { Ask } from '../forms/ask.ts';
import type { OpenEditor } from '../page/use-document-editor.ts';

/** What is open around a document's page, and what acts on it. */
export interface DeskState {
  /** The editor, once it is on the page. */
  readonly open: OpenEditor | null;
  readonly editable: boolean;
  /** Opens a form of the editor. */
  readonly ask: Ask | null;
  readonly find: 'closed' | 'find' | 'replace';
  readonly outline: boolean;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** Nothing but the page is seen. */
  readonly alone: boolean;
  /** All paragraphs but the one with the caret are dimmed while nothing but the page is seen. */
  readonly dimmed: boolean;
  /** Screen readers aren't told what others change. */
  readonly quiet: boolean;
  /** The id of the person whose view this page follows. */
  readonly following: string | null;
}

const EMPTY: DeskState = {
  open: null,
  editable: false,
  ask: null,
  find: 'closed',
  outline: false,
  palette: false,
  shortcuts: false,
  alone: false,
  dimmed: false,
  quiet: false,
  following: null,
};

/** One document's desk: the bar, the editor and the palette all put things on it and take them off. */
export class Desk {
  #state = EMPTY;
  readonly #listeners = new Set<() => void>();

  readonly state = (): DeskState => this.#state;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  readonly put = (change: Partial<DeskState>): void => {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  };
}

const desks = new WeakMap<Provider, Desk>();

/** The desk of the document behind a provider; always the same one. */
export function deskOf(provider: Provider): Desk {
  const known = desks.get(provider);
  if (known !== undefined) return known;
  const desk = new Desk();
  desks.set(provider, desk);
  return desk;
}
