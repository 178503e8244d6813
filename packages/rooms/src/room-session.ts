import type { SessionId } from '@indelible/sync';

/** A session's way into its room. All of it does nothing once the session is over. */
export interface RoomSession {
  receive(frame: Uint8Array): void;
  /** The line is full: send nothing until `drained`. */
  stalled(): void;
  drained(): void;
  leave(): void;
}

/** The room, for those who are in it. */
export interface SessionHost {
  receive(session: SessionId, frame: Uint8Array): void;
  stalled(session: SessionId): void;
  drained(session: SessionId): void;
  leave(session: SessionId): void;
}

/** There is one for each connection: an object of two words, instead of a closure for each method. */
export class HostedSession implements RoomSession {
  readonly #host: SessionHost;
  readonly #id: SessionId;

  constructor(host: SessionHost, id: SessionId) {
    this.#host = host;
    this.#id = id;
  }

  receive(frame: Uint8Array): void {
    this.#host.receive(this.#id, frame);
  }

  stalled(): void {
    this.#host.stalled(this.#id);
  }

  drained(): void {
    this.#host.drained(this.#id);
  }

  leave(): void {
    this.#host.leave(this.#id);
  }
}
