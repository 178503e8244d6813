import type { CloseCode } from '@indelible/protocol';

/** What a room takes only so much of, see `RoomSettings`. */
export type RoomLimit = 'update' | 'document' | 'clients' | 'held' | 'presence';

/** A session has sent more than the room takes; it is closed with `code`. */
export class LimitReached extends Error {
  readonly limit: RoomLimit;
  readonly code: CloseCode;

  constructor(limit: RoomLimit, code: CloseCode, message: string) {
    super(message);
    this.limit = limit;
    this.code = code;
  }
}
