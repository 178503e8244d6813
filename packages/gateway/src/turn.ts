/** Makes the bytes that are written out of frames. */
export type Encode = (frames: readonly Uint8Array[]) => readonly Uint8Array[];

/** A line that has frames to be written. */
interface Flushable {
  /** Writes what was gathered, with `encode` for its frames. */
  flush(encode: Encode): void;
}

/**
 * Gathers what is sent within one turn of the event loop, so that each line is written to once. The
 * write system call is most of what a frame costs; how many frames are in it hardly matters.
 *
 * Lines that are sent the same frames are written the same bytes, which are made once.
 */
export class Turn {
  /** For a line that can't wait for the end of the turn. */
  readonly encode: Encode;
  #lines: Flushable[] = [];
  #frames: readonly Uint8Array[] = [];
  #chunks: readonly Uint8Array[] = [];

  constructor(encode: Encode) {
    this.encode = encode;
  }

  /** The line is flushed at the end of this turn. */
  add(line: Flushable): void {
    this.#lines.push(line);
    if (this.#lines.length === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const lines = this.#lines;
    this.#lines = [];
    for (const line of lines) line.flush((frames) => this.#encodeOnce(frames));
    this.#frames = [];
    this.#chunks = [];
  }

  #encodeOnce(frames: readonly Uint8Array[]): readonly Uint8Array[] {
    if (!areSame(frames, this.#frames)) {
      this.#frames = frames;
      this.#chunks = this.encode(frames);
    }
    return this.#chunks;
  }
}

const areSame = (a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean =>
  a.length === b.length && a.every((frame, index) => frame === b[index]);
