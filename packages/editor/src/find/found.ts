import type { Node } from '@tiptap/pm/model';

import { type TextBlock, textBlocks, textOf } from './blocks.ts';
import { type Query, type Range, type Replaced } from './query.ts';
import type { Searched, Searcher } from './searcher.ts';

/** A search as far as it has got: places by block, so that only blocks that have changed are searched again. */
export class FoundPlaces {
  readonly query: Query;
  readonly #searcher: Searcher;
  readonly #known = new WeakMap<Node, readonly Range[]>();

  constructor(query: Query, searcher: Searcher) {
    this.query = query;
    this.#searcher = searcher;
  }

  /** Searches what has not been searched; `done` if everything has. */
  async search(doc: Node): Promise<'done' | Exclude<Searched, SearchedPlaces>> {
    const fresh = textBlocks(doc).filter(({ node }) => !this.#known.has(node));
    if (fresh.length === 0) return 'done';
    const texts = fresh.map(({ node }) => textOf(node));
    const searched = await this.#searcher.search(this.query, texts, null);
    if (typeof searched === 'string') return searched;
    for (const [index, { node }] of fresh.entries()) this.#known.set(node, searched[index] ?? []);
    return 'done';
  }

  /** All places in a document, in their order; blocks that have not been searched have none. */
  places(doc: Node): Range[] {
    return textBlocks(doc).flatMap((block) => this.#placesOf(block));
  }

  /**
   * What is to stand in all places of a document, by block; null if that can't be found out.
   *
   * @param only the one place that is meant, by where it begins; null: all.
   */
  async replacements(
    doc: Node,
    replacement: string,
    only: number | null,
  ): Promise<Replaced[][] | null> {
    const blocks = textBlocks(doc).filter((block) => {
      const places = this.#placesOf(block);
      return only === null ? places.length > 0 : places.some(({ from }) => from === only);
    });
    const replaced = await this.#replaced(blocks, replacement);
    const isMeant = ({ from }: Range) => only === null || from === only;
    return replaced?.map((places) => places.filter(isMeant)) ?? null;
  }

  async #replaced(blocks: readonly TextBlock[], words: string): Promise<Replaced[][] | null> {
    if (!this.query.isPattern) {
      return blocks.map((block) => this.#placesOf(block).map((place) => ({ ...place, words })));
    }
    const texts = blocks.map(({ node }) => textOf(node));
    const searched = await this.#searcher.search(this.query, texts, words);
    if (typeof searched === 'string') return null;
    return blocks.map(({ start }, index) =>
      (searched[index] ?? []).map((place) => ({
        from: start + place.from,
        to: start + place.to,
        words: 'words' in place ? place.words : '',
      })),
    );
  }

  #placesOf({ node, start }: TextBlock): Range[] {
    const places = this.#known.get(node) ?? [];
    return places.map(({ from, to }) => ({ from: start + from, to: start + to }));
  }
}

type SearchedPlaces = Exclude<Searched, string>;
