/** The package's own types are not where its exports say. */
declare module 'y-leveldb' {
  export class LeveldbPersistence {
    constructor(folder: string);
    storeUpdate(name: string, update: Uint8Array): Promise<number>;
    flushDocument(name: string): Promise<void>;
    destroy(): Promise<void>;
  }
}
