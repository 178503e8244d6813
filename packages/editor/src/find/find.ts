import type { Editor } from '@tiptap/core';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

import { movedPlaces } from '../binding/moved-places.ts';
import type { OpenEditor } from '../page/use-document-editor.ts';
import { markFound } from './find-marks.ts';
import { FoundPlaces } from './found.ts';
import { patternOf, type Query, type Range, type Replaced } from './query.ts';
import { replacePlaces } from './replace.ts';
import { Searcher } from './searcher.ts';
import { nearestPlaces, placeInMiddle, showPlace } from './view-of-places.ts';

/** What the bar shows of a search. */
export interface FindView {
  readonly state: 'nothing' | 'searching' | 'found' | 'invalid' | 'slow' | 'failed';
  readonly count: number;
  /** Which of them one is at, from 1; 0: none. */
  readonly number: number;
  /** What is wrong with the pattern, in the browser's words. */
  readonly detail: string;
}

const NOTHING: FindView = { state: 'nothing', count: 0, number: 0, detail: '' };

/** Milliseconds after which changes and scrolling are taken into account: not while a key is being drawn. */
const LATER = 120;

/** Marks drawn at a time, those around the middle of the screen: others are seen by nobody. */
const DRAWN = 400;

/** A search in the document: finds, goes from place to place, replaces. It follows what everybody writes meanwhile. */
export class Find {
  readonly #editor: Editor;
  readonly #history: OpenEditor['history'];
  readonly #searcher = new Searcher();
  readonly #listeners = new Set<() => void>();
  #view: FindView = NOTHING;
  #found: FoundPlaces | null = null;
  #places: readonly Range[] = [];
  /** Where the search goes on from. */
  #at: number;
  #current: Range | null = null;
  /** The document has changed since the places were found. */
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ editor, history }: OpenEditor) {
    this.#editor = editor;
    this.#history = history;
    this.#at = editor.state.selection.from;
    editor.on('transaction', this.#follow);
    addEventListener('scroll', this.#drawLater, { passive: true });
  }

  /** Ends the search and leaves what was found last selected. */
  close(): void {
    this.#editor.off('transaction', this.#follow);
    removeEventListener('scroll', this.#drawLater);
    clearTimeout(this.#timer);
    this.#searcher.close();
    if (this.#editor.isDestroyed) return;
    this.#select();
    this.#editor.view.dispatch(markFound(this.#editor.state.tr, [], -1));
  }

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  readonly view = (): FindView => this.#view;

  /** Looks for something else, beginning where the last search began. */
  look(query: Query): void {
    this.#searcher.giveUp();
    this.#found = null;
    if (query.words === '') return this.#clear(NOTHING);
    try {
      patternOf(query);
    } catch (error) {
      const detail = error instanceof Error ? (error.message.split(': ').at(-1) ?? '') : '';
      return this.#clear({ ...NOTHING, state: 'invalid', detail });
    }
    this.#found = new FoundPlaces(query, this.#searcher);
    this.#show({ ...this.#view, state: 'searching' });
    void this.#search(true);
  }

  /** Goes to the next place, or the one before; after the last comes the first. */
  step(direction: 1 | -1): void {
    if (this.#isStale && this.#found !== null) {
      this.#places = this.#found.places(this.#editor.state.doc);
    }
    const { length } = this.#places;
    if (length === 0) return;
    const at = this.#current?.from ?? this.#at;
    const next = this.#places.findIndex(({ from }) => (direction > 0 ? from > at : from >= at));
    if (direction > 0) this.#goTo(Math.max(next, 0));
    else this.#goTo(next <= 0 ? length - 1 : next - 1);
  }

  /** Replaces the place one is at and goes to the next. */
  async replace(words: string): Promise<void> {
    const current = this.#current;
    if (current === null) return;
    const [done] = await this.#put(words, current.from);
    if (done !== undefined) this.#at = done.from + done.words.length;
    await this.#search(true);
  }

  /** Replaces all places as one step of the history; resolves with their number. */
  async replaceAll(words: string): Promise<number> {
    const { length } = await this.#put(words, null);
    await this.#search(false);
    return length;
  }

  /** Resolves with what was put in; nothing if it could not be. */
  async #put(words: string, only: number | null): Promise<readonly Replaced[]> {
    const { view } = this.#editor;
    const found = this.#found;
    if (found === null || (await found.search(view.state.doc)) !== 'done') return [];
    const { doc } = view.state;
    const blocks = await found.replacements(doc, words, only);
    if (blocks === null || this.#editor.isDestroyed || !this.#editor.isEditable) return [];
    // Somebody wrote meanwhile: the places are no longer these.
    if (!view.state.doc.eq(doc)) return only === null ? this.#put(words, only) : [];
    replacePlaces(view, this.#history, blocks);
    return blocks.flat();
  }

  /** @param isMoving whether to go to the first place from where the search goes on. */
  async #search(isMoving: boolean): Promise<void> {
    const found = this.#found;
    if (found === null || this.#editor.isDestroyed) return;
    const searched = await found.search(this.#editor.state.doc);
    if (found !== this.#found || searched === 'given up' || this.#editor.isDestroyed) return;
    if (searched !== 'done') return this.#clear({ ...NOTHING, state: searched });
    this.#places = found.places(this.#editor.state.doc);
    this.#isStale = false;
    if (isMoving && this.#places.length > 0) {
      const next = this.#places.findIndex(({ from }) => from >= this.#at);
      return this.#goTo(Math.max(next, 0));
    }
    this.#stay(this.#places.findIndex(({ from }) => from === this.#current?.from));
  }

  #goTo(index: number): void {
    const place = this.#places[index];
    if (place === undefined) return;
    this.#at = place.from;
    this.#stay(index);
    // Also opens what it may be folded into.
    this.#select();
    showPlace(this.#editor.view, place);
  }

  /** Says and draws what there is. */
  #stay(index: number): void {
    this.#current = this.#places[index] ?? null;
    this.#draw();
    this.#show({ state: 'found', count: this.#places.length, number: index + 1, detail: '' });
  }

  #select(): void {
    const { state, view } = this.#editor;
    if (this.#current === null || this.#current.to > state.doc.content.size) return;
    const { from, to } = this.#current;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
  }

  #draw(): void {
    const { view, state } = this.#editor;
    const middle = this.#places.length > DRAWN ? placeInMiddle(view) : 0;
    const drawn = nearestPlaces(this.#places, middle, DRAWN);
    view.dispatch(markFound(state.tr, drawn, this.#current?.from ?? -1));
  }

  readonly #drawLater = (): void => {
    if (this.#places.length > DRAWN) this.#later();
  };

  readonly #follow = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged || this.#found === null) return;
    const moved = movedPlaces(transaction);
    this.#at = moved.map(this.#at, 1);
    const current = this.#current;
    if (current !== null) {
      this.#current = { from: moved.map(current.from, 1), to: moved.map(current.to, -1) };
    }
    this.#isStale = true;
    this.#later();
  };

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(false), LATER);
  }

  #clear(view: FindView): void {
    this.#places = [];
    this.#current = null;
    this.#isStale = false;
    this.#draw();
    this.#show(view);
  }

  #show(view: FindView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
