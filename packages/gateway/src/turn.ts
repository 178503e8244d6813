import { encodeMessages } from './websocket-frames.ts';

/** A line that has frames to be written. */
interface Flushable {
  /** Writes what was gathered, with `encode` for its frames. */
  flush(encode: (frames: readonly Uint8Array[]) => readonly Uint8Array[]): void;
}

/**
 * Gathers what is sent within one turn of the event loop, so that each line is written to once. The
 * write system call is most of what a frame costs; how many frames are in it hardly matters.
 *
 * Lines that are sent the same frames are written the same bytes, which are made once.
 */
export class Turn {
  #lines: Flushable[] = [];
  #frames: readonly Uint8Array[] = [];
  #chunks: readonly Uint8Array[] = [];

  /** The line is flushed at the end of this turn. */
  add(line: Flushable): void {
    this.#lines.push(line);
    if (this.#lines.length === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const lines = this.#lines;
    this.#lines = [];
    for (const line of lines) line.flush((frames) => this.#encode(frames));
    this.#frames = [];
    this.#chunks = [];
  }

  #encode(frames: readonly Uint8Array[]): readonly Uint8Array[] {
    if (!areSame(frames, this.#frames)) {
      this.#frames = frames;
      this.#chunks = encodeMessages(frames);
    }
    return this.#chunks;
  }
}

const areSame = (a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean =>
  a.length === b.length && a.every((frame, index) => frame === b[index]);
