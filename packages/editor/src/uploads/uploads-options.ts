import type { KeptAnywhere } from './kept-anywhere.ts';
import type { UploadTarget } from './upload-file.ts';

export interface UploadsOptions extends UploadTarget {
  readonly kept: KeptAnywhere;
  /** So that two tabs do not bring the same file; null where there are none. */
  readonly locks: LockManager | null;
  /** Calls `again` whenever the server may be back. @returns a function that ends it. */
  readonly onReturn: (again: () => void) => () => void;
}

/** A file, and where in the text it belongs. */
export interface PlacedFile {
  readonly file: Blob;
  readonly name: string;
  readonly place: number;
  /** The picture as it was where it came from, in JSON, if it came inside of something else. */
  readonly picture?: unknown;
}
