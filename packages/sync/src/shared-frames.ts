import { updateFrame } from '@indelible/protocol';

/** The frames of updates that are on their way to many: each is made once for as long as it is on its way. */
export class SharedFrames {
  readonly #frames = new WeakMap<Uint8Array, WeakRef<Uint8Array>>();

  /** An update frame; of the same bytes, the same one. */
  get(update: Uint8Array): Uint8Array {
    const known = this.#frames.get(update)?.deref();
    if (known !== undefined) return known;
    const frame = updateFrame(update);
    this.#frames.set(update, new WeakRef(frame));
    return frame;
  }
}
