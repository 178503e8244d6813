/** Documents that another server has kept. */
export interface Source extends AsyncDisposable {
  /** As that server knows them, in any order. */
  names(): Promise<readonly string[]>;
  /** What the room is called here. */
  roomOf(name: string): string;
  /** The updates of one document, format V1, in order. */
  read(name: string): Promise<readonly Uint8Array[]>;
}
