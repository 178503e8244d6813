/** What somebody hears from a server, whatever it speaks. Bytes are views that must not be kept. */
export interface Ears {
  /** The server says what it has and asks for the rest. */
  asked(stateVector: Uint8Array): void;
  /** An update; `isAnswer` if it answers our question what there is. */
  update(update: Uint8Array, isAnswer: boolean, at: number): void;
  /** How many carets a presence message tells of. */
  presence(carets: number): void;
  /**
   * The server says that it has our updates, as much as its protocol can: with a number everything sent
   * before that barrier is on disk; null acknowledges the oldest update that was not yet.
   */
  acknowledged(barrier: number | null, at: number): void;
}

/** How one kind of server wants to be spoken to about one room. */
export interface Dialect {
  /** The path to connect to. */
  readonly path: string;
  /** What to send first, before anything else. */
  readonly greeting: readonly Uint8Array[];
  /** Puts a y-websocket frame into the server's form. */
  wrap(frame: Uint8Array): Uint8Array;
  /**
   * What to send to have everything before it acknowledged, or null if the server does that unasked or
   * never.
   */
  barrier(n: number): Uint8Array | null;
  /** Understands one message. @throws {Error} if it can't. */
  hear(message: Uint8Array, at: number, ears: Ears): void;
}
