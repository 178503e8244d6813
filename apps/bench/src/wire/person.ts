import {
  encodePresence,
  presenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from '@indelible/protocol';

import type { Dialect, Ears } from './dialect.ts';
import { emptyUpdate, letterUpdate } from './letter-update.ts';
import { Line } from './line.ts';

/** A document as bytes. */
export interface DocumentCopy {
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** What a person does with what is heard. */
export interface PersonListener {
  /** Called for every update, also for the first answer. The bytes must not be kept. */
  update?(update: Uint8Array, at: number): void;
  /** The server has the first so many letters, see `ServerKind.acknowledges`. */
  acknowledged?(letters: number, at: number): void;
}

export interface PersonOptions {
  readonly port: number;
  readonly dialect: Dialect;
  /** The Yjs client id. */
  readonly client: number;
  /** What the person has of the document; nothing if left out. */
  readonly has?: DocumentCopy;
  readonly listener?: PersonListener;
}

const NOTHING: DocumentCopy = { update: emptyUpdate, stateVector: new Uint8Array([0]) };
/** Milliseconds. */
const MOST_WAITING = 30_000;

/** Somebody in a room: types letters, moves a caret, and hears the others. */
export class Person {
  readonly client: number;
  readonly #dialect: Dialect;
  readonly #has: DocumentCopy;
  readonly #listener: PersonListener;
  readonly #synced = Promise.withResolvers<number>();
  #line: Line | null = null;
  #typed = 0;
  #moves = 0;
  #carets = 0;
  /** Updates that were no letters, and acknowledgements that had no number. */
  #otherUpdates = 0;
  #acknowledged = 0;
  #isGone = false;

  private constructor({ client, dialect, has = NOTHING, listener = {} }: PersonOptions) {
    this.client = client;
    this.#dialect = dialect;
    this.#has = has;
    this.#listener = listener;
  }

  /**
   * Connects and waits until the server has answered what there is.
   *
   * @throws {Error} if it does not, for half a minute.
   */
  static async join(options: PersonOptions): Promise<Person> {
    const person = new Person(options);
    await person.#enter(options.port);
    return person;
  }

  /** When the server had answered what there is, by `performance.now()`. */
  get syncedAt(): Promise<number> {
    return this.#synced.promise;
  }

  /** True once the line is gone. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Bytes received since the WebSocket was opened. */
  get bytesIn(): number {
    return this.#line?.bytesIn ?? 0;
  }

  /** Letters typed so far. */
  get typed(): number {
    return this.#typed;
  }

  /** How many caret moves were heard of. */
  get carets(): number {
    return this.#carets;
  }

  /** Types one letter. */
  type(): void {
    const update = letterUpdate(this.client, this.#typed, letterFor(this.#typed));
    this.#typed += 1;
    this.#send(updateFrame(update));
  }

  /** Sends an update that is no letter of this person's. */
  send(update: Uint8Array): void {
    this.#otherUpdates += 1;
    this.#send(updateFrame(update));
  }

  /** Asks for all letters so far to be acknowledged, if the server has to be asked. */
  askAcknowledged(): void {
    const barrier = this.#dialect.barrier(this.#typed);
    if (barrier !== null) this.#line?.send(barrier);
  }

  /** Moves the caret to where the last letter is. */
  moveCaret(): void {
    this.#moves += 1;
    const state = new TextEncoder().encode(caretState(this.client, this.#typed));
    this.#send(presenceFrame(encodePresence([{ client: this.client, clock: this.#moves, state }])));
  }

  /** Cuts the line. */
  cut(): void {
    this.#line?.cut();
  }

  async #enter(port: number): Promise<void> {
    const { promise: synced, reject } = this.#synced;
    // Whoever is not waited for any more may still be cut off.
    synced.catch(() => {});
    const ears = this.#ears();
    this.#line = await Line.open(port, this.#dialect.path, {
      message: (bytes, at) => this.#dialect.hear(bytes, at, ears),
      closed: () => {
        this.#isGone = true;
        reject(new Error('the server closed the line'));
      },
    });
    for (const message of this.#dialect.greeting) this.#line.send(message);
    this.#send(step1Frame(this.#has.stateVector));
    this.moveCaret();
    const timer = setTimeout(() => reject(new Error('no answer to step 1')), MOST_WAITING);
    await synced.finally(() => clearTimeout(timer));
  }

  #ears(): Ears {
    return {
      asked: (stateVector) => this.#answer(stateVector),
      update: (update, isAnswer, at) => {
        this.#listener.update?.(update, at);
        if (isAnswer) this.#synced.resolve(at);
      },
      presence: (carets) => {
        this.#carets += carets;
      },
      acknowledged: (barrier, at) => {
        this.#acknowledged += 1;
        const letters = barrier ?? Math.max(0, this.#acknowledged - this.#otherUpdates);
        this.#listener.acknowledged?.(letters, at);
      },
    };
  }

  /** All or nothing is close enough: the server is fresh or has everything. */
  #answer(stateVector: Uint8Array): void {
    const hasNothing = stateVector.length === NOTHING.stateVector.length;
    this.#otherUpdates += 1;
    this.#send(step2Frame(hasNothing ? this.#has.update : emptyUpdate));
  }

  #send(frame: Uint8Array): void {
    this.#line?.send(this.#dialect.wrap(frame));
  }
}

const letterFor = (n: number): string => String.fromCharCode(97 + (n % 26));

/** What an editor on ProseMirror sends for a caret: two positions relative to the letter before them. */
function caretState(client: number, typed: number): string {
  const item = { client, clock: Math.max(0, typed - 1) };
  const position = { type: null, tname: `text-${client}`, item, assoc: 0 };
  const user = { name: `Person ${client}`, color: '#30bced' };
  return JSON.stringify({ user, cursor: { anchor: position, head: position } });
}
