/** A document by the name it has now. */
export interface NamedDocument {
  readonly id: string;
  /** Empty while nobody has given one. */
  readonly title: string;
}

/** The other documents, as the app around the editor knows them. */
export interface Library {
  /** All that are known, last edited first; those known on this device if the server can't be asked. */
  readonly list: () => Promise<readonly NamedDocument[]>;
  readonly addressOf: (id: string) => string;
  readonly open: (id: string) => void;
}

/** Milliseconds for which what was listed is taken for what is. */
const FRESH = 10_000;

/** What the library has listed, for those who show names: asked when somebody needs them, and not too often. */
export class Titles {
  readonly library: Library;
  readonly #listeners = new Set<() => void>();
  #listed: readonly NamedDocument[] = [];
  #askedAt = -Infinity;
  #asking: Promise<void> | null = null;

  constructor(library: Library) {
    this.library = library;
  }

  /** What has been listed so far. */
  get listed(): readonly NamedDocument[] {
    return this.#listed;
  }

  /** The title of a document now; null if it is not known. */
  titleOf(id: string): string | null {
    return this.#listed.find((document) => document.id === id)?.title ?? null;
  }

  /** Asks for the list, unless it has just been asked for. */
  refresh(): Promise<void> {
    if (this.#asking === null && performance.now() - this.#askedAt > FRESH) {
      this.#asking = this.#ask();
    }
    return this.#asking ?? Promise.resolve();
  }

  /** Calls back when names may have changed. @returns a function that ends it. */
  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  async #ask(): Promise<void> {
    try {
      this.#listed = await this.library.list();
      this.#askedAt = performance.now();
      for (const tell of this.#listeners) tell();
    } finally {
      this.#asking = null;
    }
  }
}
