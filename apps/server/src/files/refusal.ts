/** Why a file was not taken. */
export type UploadRefusal =
  | 'too large'
  | 'empty'
  | 'too many pixels'
  | 'unreadable picture'
  | 'no room'
  | 'busy'
  | 'no encoder';

/** A file that was not taken; nothing of it is left. */
export class UploadRefused extends Error {
  readonly code: UploadRefusal;
  constructor(code: UploadRefusal, cause?: unknown) {
    super(`the file was not taken: ${code}`, { cause });
    this.code = code;
  }
}
