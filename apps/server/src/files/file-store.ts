import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { flushToDisk, hasCode, hasRoomFor, isFullDisk } from './disk.ts';
import { kindOf, OTHER } from './kinds.ts';
import { encodePicture, type Size } from './pictures.ts';
import { UploadRefused } from './refusal.ts';
import { sniff, SNIFFED_BYTES } from './sniff.ts';

/** A file that is on disk. */
export interface KeptFile {
  /** `<sha-256 of its bytes>.<ending>` */
  readonly key: string;
  readonly kind: 'image' | 'video' | 'file';
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Of a picture, in pixels. */
  readonly pixels: Size | null;
}

export interface Incoming {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many there will be, if the sender said so. */
  readonly expected: number | null;
}

/** Uploads at once; each is a file and a line, and little more. */
const MOST_AT_ONCE = 100;
/** Bytes after which it is looked again whether there is room: others upload, too. */
const ROOM_STEP = 4 * 1024 * 1024;
const KEY = /^([0-9a-f]{2})[0-9a-f]{62}\.([a-z0-9]{2,4})$/;

/**
 * The files of all documents, by content, in one folder. None is ever changed or taken away: documents and
 * their history only point at them, and a deleted document can be restored.
 */
export class FileStore {
  readonly folder: string;
  readonly #maxBytes: number;
  #uploads = 0;
  /** Pictures unfold to hundreds of megabytes, so they are encoded one after the other. */
  #encoding: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, maxBytes: number) {
    this.folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** Opens the folder, makes it if there is none, and clears away what was under way when the power went. */
  static async open(folder: string, maxBytes: number): Promise<FileStore> {
    const store = new FileStore(folder, maxBytes);
    await mkdir(store.#incoming, { recursive: true });
    for (const name of await readdir(store.#incoming)) await rm(join(store.#incoming, name));
    return store;
  }

  get maxBytes(): number {
    return this.#maxBytes;
  }

  /**
   * Takes a file in, and is done when it is on the disk.
   *
   * @throws {UploadRefused}
   */
  async add(incoming: Incoming): Promise<KeptFile> {
    if (this.#uploads >= MOST_AT_ONCE) throw new UploadRefused('busy');
    this.#uploads += 1;
    const draft = join(this.#incoming, randomUUID());
    const encoded = `${draft}.encoded`;
    try {
      if ((incoming.expected ?? 0) > this.#maxBytes) throw new UploadRefused('too large');
      await this.#requireRoom(incoming.expected ?? 0);
      const start = await this.#receive(incoming.bytes, draft);
      return await this.#settle(draft, encoded, start);
    } catch (error) {
      throw isFullDisk(error) ? new UploadRefused('no room', error) : error;
    } finally {
      this.#uploads -= 1;
      await Promise.all([rm(draft, { force: true }), rm(encoded, { force: true })]);
    }
  }

  /** Where a file is, from the folder; null if there is no such file, or the key is none. */
  async find(key: string): Promise<string | null> {
    const [, shelf, ending] = KEY.exec(key) ?? [];
    if (shelf === undefined || ending === undefined || kindOf(ending) === null) return null;
    try {
      await access(join(this.folder, shelf, key));
      return `${shelf}/${key}`;
    } catch {
      return null;
    }
  }

  get #incoming(): string {
    return join(this.folder, 'incoming');
  }

  async #requireRoom(bytes: number): Promise<void> {
    if (!(await hasRoomFor(this.folder, bytes))) throw new UploadRefused('no room');
  }

  /** @returns the first bytes. */
  async #receive(bytes: AsyncIterable<Uint8Array>, draft: string): Promise<Uint8Array> {
    const handle = await open(draft, 'wx');
    const start: Uint8Array[] = [];
    let length = 0;
    let lookAgainAt = ROOM_STEP;
    try {
      for await (const chunk of bytes) {
        if (length < SNIFFED_BYTES) start.push(chunk);
        length += chunk.length;
        if (length > this.#maxBytes) throw new UploadRefused('too large');
        if (length >= lookAgainAt) {
          await this.#requireRoom(0);
          lookAgainAt = length + ROOM_STEP;
        }
        await handle.writeFile(chunk);
      }
    } finally {
      await handle.close();
    }
    if (length === 0) throw new UploadRefused('empty');
    return Buffer.concat(start).subarray(0, SNIFFED_BYTES);
  }

  async #settle(draft: string, encoded: string, start: Uint8Array): Promise<KeptFile> {
    const found = await sniff(start);
    if (found.shape === 'picture') {
      const encode = () => encodePicture(draft, encoded, found.encodeAs);
      const turn = this.#encoding.then(encode, encode);
      this.#encoding = turn.catch(() => null);
      return this.#keep(encoded, found.encodeAs, await turn);
    }
    const ending = found.shape === 'video' ? found.ending : OTHER;
    const kept = await this.#keep(draft, ending, null);
    return found.shape === 'other' ? { ...kept, type: found.type } : kept;
  }

  /** Gives a finished draft its name; the same file for the second time is the first one. */
  async #keep(draft: string, ending: string, pixels: Size | null): Promise<KeptFile> {
    await this.#requireRoom(0);
    const hash = await hashOf(draft);
    const { size } = await stat(draft);
    const key = `${hash}.${ending}`;
    const shelf = join(this.folder, hash.slice(0, 2));
    await flushToDisk(draft);
    await makeShelf(shelf, this.folder);
    const place = join(shelf, key);
    const former = await stat(place).catch(() => null);
    if (former?.size !== size) await rename(draft, place);
    await flushToDisk(shelf);
    const kind = kindOf(ending);
    return {
      key,
      kind: kind?.shown ?? 'file',
      type: kind?.type ?? 'application/octet-stream',
      size,
      pixels,
    };
  }
}

async function makeShelf(shelf: string, folder: string): Promise<void> {
  try {
    await mkdir(shelf);
    await flushToDisk(folder);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
