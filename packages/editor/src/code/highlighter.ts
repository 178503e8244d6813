import type { Tokens } from './tokens.ts';

/** To the thread that highlights. */
export interface HighlightRequest {
  readonly number: number;
  readonly language: string;
  readonly code: string;
}

/** From the thread that highlights. */
export interface HighlightAnswer {
  readonly number: number;
  readonly tokens: Tokens;
}

/** Milliseconds after which code is left plain: some grammars get lost in what is no code. */
const PATIENCE = 10_000;

/** Highlights code in a thread that is started for the first piece and ended by `close`. */
export class Highlighter {
  #worker: Worker | null = null;
  #number = 0;
  readonly #waiting = new Map<number, (tokens: Tokens | null) => void>();

  /** The stretches of code that have a colour; null if that could not be found out. */
  tokens(language: string, code: string): Promise<Tokens | null> {
    const worker = (this.#worker ??= this.#start());
    this.#number += 1;
    const request: HighlightRequest = { number: this.#number, language, code };
    return new Promise((resolve) => {
      const lost = setTimeout(() => this.close(), PATIENCE);
      this.#waiting.set(request.number, (tokens) => {
        clearTimeout(lost);
        resolve(tokens);
      });
      worker.postMessage(request);
    });
  }

  /** Ends the thread; whoever waits gets null. The next piece of code starts another. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const answer of this.#waiting.values()) answer(null);
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./highlight-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<HighlightAnswer>) => {
      this.#waiting.get(data.number)?.(data.tokens);
      this.#waiting.delete(data.number);
    });
    worker.addEventListener('error', () => this.close());
    return worker;
  }
}
