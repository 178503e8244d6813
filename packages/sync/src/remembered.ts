/**
 * Bytes that are made once and shared for as long as somebody still holds them, such as a line to which they
 * are being written. A room keeps no second copy of its document for those who may come.
 */
export class Remembered<Key> {
  #key: Key | null = null;
  #bytes: WeakRef<Uint8Array> | null = null;

  /** @param key changes whenever other bytes would be made. */
  get(key: Key, make: () => Uint8Array): Uint8Array {
    const known = this.#key === key ? this.#bytes?.deref() : undefined;
    if (known !== undefined) return known;
    const bytes = make();
    this.#key = key;
    this.#bytes = new WeakRef(bytes);
    return bytes;
  }
}
