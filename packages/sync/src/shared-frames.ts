/**
 * The frames of updates that are on their way to many: each is made once for as long as some line still holds
 * it, so that a room keeps no second copy of its document.
 */
export class SharedFrames {
  readonly #encode: (update: Uint8Array) => Uint8Array;
  readonly #frames = new WeakMap<Uint8Array, WeakRef<Uint8Array>>();

  constructor(encode: (update: Uint8Array) => Uint8Array) {
    this.#encode = encode;
  }

  /** Of the same bytes, the same frame. */
  get(update: Uint8Array): Uint8Array {
    const known = this.#frames.get(update)?.deref();
    if (known !== undefined) return known;
    const frame = this.#encode(update);
    this.#frames.set(update, new WeakRef(frame));
    return frame;
  }
}
