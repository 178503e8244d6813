import type { Query, Range, Replaced } from './query.ts';

/** To the thread that searches. */
export interface SearchRequest {
  readonly number: number;
  readonly query: Query;
  readonly texts: readonly string[];
  readonly replacement: string | null;
}

/** From the thread that searches: for each text what was found in it. */
export interface SearchAnswer {
  readonly number: number;
  readonly places: readonly (readonly (Range | Replaced)[])[];
}

/** What became of a search; `slow`: the pattern takes longer than anybody waits. */
export type Searched = SearchAnswer['places'] | 'slow' | 'failed' | 'given up';

/** Milliseconds a search may take before its thread is ended. */
const PATIENCE = 2000;

interface Waiting {
  readonly answer: (searched: Searched) => void;
  timer?: ReturnType<typeof setTimeout>;
}

/** Searches texts in a thread that is started for the first search and ended by `close`. */
export class Searcher {
  #worker: Worker | null = null;
  #isReady = false;
  #number = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** @param replacement null: nothing is to be replaced. */
  search(query: Query, texts: readonly string[], replacement: string | null): Promise<Searched> {
    const worker = (this.#worker ??= this.#start());
    this.#number += 1;
    const request: SearchRequest = { number: this.#number, query, texts, replacement };
    return new Promise((answer) => {
      const waiting: Waiting = { answer };
      this.#waiting.set(request.number, waiting);
      // Loading the thread's code is not the pattern's fault.
      if (this.#isReady) this.#startClock(waiting);
      worker.postMessage(request);
    });
  }

  /** Ends what is being searched; the next search starts another thread. */
  giveUp(): void {
    if (this.#waiting.size > 0) this.#end('given up');
  }

  /** Ends the thread. */
  close(): void {
    this.#end('given up');
  }

  #startClock(waiting: Waiting): void {
    waiting.timer = setTimeout(() => this.#end('slow'), PATIENCE);
  }

  #end(reason: 'slow' | 'failed' | 'given up'): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { timer, answer } of waiting) {
      clearTimeout(timer);
      answer(reason);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer | 'ready'>) => {
      if (data === 'ready') {
        this.#isReady = true;
        for (const waiting of this.#waiting.values()) this.#startClock(waiting);
        return;
      }
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      clearTimeout(waiting?.timer);
      waiting?.answer(data.places);
    });
    worker.addEventListener('error', () => this.#end('failed'));
    return worker;
  }
}
