import type { KeptUpload, KeptUploads } from './kept-uploads.ts';

/** For this page's life, where the browser keeps nothing or has no room. */
const inMemory = new Map<string, KeptUpload>();

/** Keeps what it can on the device and the rest in memory, so that it outlives at least the editor. */
export class KeptAnywhere {
  readonly #device: KeptUploads | null;

  constructor(device: KeptUploads | null) {
    this.#device = device;
  }

  /** @returns whether it outlives the page. */
  async put(upload: KeptUpload): Promise<boolean> {
    try {
      if (this.#device === null) throw new DOMException('nothing is kept', 'NotSupportedError');
      await this.#device.put(upload);
      return true;
    } catch {
      inMemory.set(upload.id, upload);
      return false;
    }
  }

  async delete(id: string): Promise<void> {
    inMemory.delete(id);
    // At worst it is offered once more.
    await this.#device?.delete(id).catch(() => undefined);
  }

  async get(id: string): Promise<KeptUpload | null> {
    const kept = await this.#device?.get(id).catch(() => null);
    return kept ?? inMemory.get(id) ?? null;
  }

  async idsOf(document: string): Promise<readonly string[]> {
    const kept = await this.#device?.idsOf(document).catch(() => []);
    const others = Array.from(inMemory.values(), (upload) =>
      upload.document === document ? upload.id : '',
    );
    return [...(kept ?? []), ...others.filter((id) => id !== '')];
  }

  isOnlyInMemory(id: string): boolean {
    return inMemory.has(id);
  }
}
