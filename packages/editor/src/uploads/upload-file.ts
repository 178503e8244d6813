import type { StoredFile } from '@indelible/protocol';

/** Why a file could not be uploaded. With `offline` it may simply be tried again later. */
export type UploadTrouble = 'offline' | 'tooLarge' | 'unreadable' | 'noRoom' | 'gone' | 'server';

/** An upload that came to nothing. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
  readonly trouble: UploadTrouble;
  constructor(trouble: UploadTrouble) {
    super(`the upload failed: ${trouble}`);
    this.trouble = trouble;
  }
}

export interface UploadWatch {
  /** Is told which share has arrived, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings a file to the server; given by whoever knows where that is.
 *
 * @throws {UploadFailed}
 */
export type UploadFile = (file: Blob, name: string, watch: UploadWatch) => Promise<StoredFile>;

/** Where a document's files go. */
export interface UploadTarget {
  /** The document's id. */
  readonly document: string;
  readonly upload: UploadFile;
}
