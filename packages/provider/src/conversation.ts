import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  MalformedFrame,
  presenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Extension,
  type Frame,
} from '@indelible/protocol';

import type { LineEvent } from './line-state.ts';
import {
  acknowledge,
  loseLine,
  nextBarrier,
  reject,
  release,
  send,
  type Outbox,
} from './outbox.ts';
import { PresenceLink } from './presence-link.ts';
import type { Refusal } from './status.ts';

export type Hello = Extract<Extension, { type: 'hello' }>;

export interface ConversationPorts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** The origin of transactions that the server caused. */
  readonly origin: object;
  readonly now: () => number;
  readonly send: (frame: Uint8Array) => void;
  readonly dispatch: (event: LineEvent) => void;
  readonly outbox: () => Outbox;
  readonly setOutbox: (outbox: Outbox) => void;
  /** @returns why this server is not for us; null if it is. */
  readonly agree: (hello: Hello) => Refusal | null;
  readonly onSynced: () => void;
  readonly onDegraded: (degraded: boolean) => void;
}

/** The server's step 1, until it may be answered. */
interface Question {
  readonly stateVector: Uint8Array;
  /** The answer waits until own updates through this one have been released. */
  readonly through: number;
}

/**
 * What is said on the line. On each new one:
 *
 *     server  hello, step 1, presence
 *     we      step 1, presence, step 2, barrier 1     then every update, each followed by a barrier
 *     server  step 2, saved 1
 */
export class Conversation {
  readonly #ports: ConversationPorts;
  readonly #presence: PresenceLink;
  /** Frames that came before we knew what this device has; null once we do. */
  #early: Uint8Array[] | null = [];
  #line = 0;
  #isGreeted = false;
  #isAnswered = false;
  #question: Question | null = null;

  constructor(ports: ConversationPorts) {
    this.#ports = ports;
    this.#presence = new PresenceLink(ports.awareness, (presence) => {
      if (this.#isGreeted) ports.send(presenceFrame(presence));
    });
  }

  /** The local copy has been looked for: what the server says may be answered. */
  ready(): void {
    const early = this.#early ?? [];
    this.#early = null;
    const line = this.#line;
    for (const frame of early) if (line === this.#line) this.#hear(frame);
  }

  /** A new line. */
  begin(): void {
    if (this.#early !== null) this.#early = [];
    this.#line += 1;
    this.#isGreeted = false;
    this.#isAnswered = false;
    this.#question = null;
  }

  receive(frame: Uint8Array): void {
    if (this.#early === null) this.#hear(frame);
    else this.#early.push(frame);
  }

  /** A new line, and the one before it was well: nobody is gone. */
  exchange(): void {
    this.begin();
    this.#ports.setOutbox(loseLine(this.#ports.outbox()));
  }

  /** The line is gone. */
  end(): void {
    this.begin();
    this.#presence.loseLine();
    this.#ports.setOutbox(loseLine(this.#ports.outbox()));
  }

  /** An own update may be sent. */
  released(update: Uint8Array, through: number): void {
    const { outbox, setOutbox } = this.#ports;
    setOutbox(release(outbox(), through));
    if (this.#isAnswered && through > outbox().sent) {
      this.#ports.send(updateFrame(update));
      setOutbox(send(outbox(), through));
    }
    this.proceed();
  }

  /** Says what has become due: the answer to the server's step 1, and a barrier. */
  proceed(): void {
    const { doc, outbox, setOutbox } = this.#ports;
    const question = this.#question;
    if (question !== null && outbox().released >= question.through) {
      this.#question = null;
      this.#isAnswered = true;
      this.#ports.send(step2Frame(Y.encodeStateAsUpdate(doc, question.stateVector)));
      setOutbox(send(outbox(), outbox().made));
    }
    const barrier = nextBarrier(outbox());
    if (barrier === null || !this.#isAnswered) return;
    setOutbox(barrier.outbox);
    this.#ports.send(extensionFrame({ type: 'barrier', n: barrier.n }));
  }

  /** The page is being left, perhaps for good. */
  leave(): void {
    this.#presence.leave();
  }

  /** The page has come back. */
  announce(): void {
    this.#presence.announce();
  }

  close(): void {
    this.#presence.close();
  }

  #hear(bytes: Uint8Array): void {
    try {
      this.#handle(decodeFrame(bytes));
    } catch (error) {
      if (!(error instanceof MalformedFrame)) throw error;
      this.#ports.dispatch({ type: 'garbled' });
    }
  }

  #handle(frame: Frame): void {
    if (frame.type === 'extension') this.#handleExtension(decodeExtension(frame.body));
    if (!this.#isGreeted) return;
    switch (frame.type) {
      case 'step1':
        this.#question = { stateVector: frame.stateVector, through: this.#ports.outbox().made };
        this.proceed();
        break;
      case 'step2':
        this.#apply(frame.update);
        this.#ports.onSynced();
        break;
      case 'update':
        this.#apply(frame.update);
        break;
      case 'presence':
        this.#presence.receive(frame.presence);
        break;
      case 'queryPresence':
        this.#presence.announce();
        break;
      case 'auth':
      case 'extension':
        break;
    }
  }

  #handleExtension(message: Extension): void {
    const { outbox, setOutbox } = this.#ports;
    switch (message.type) {
      case 'hello':
        this.#greet(message);
        break;
      case 'saved':
        setOutbox(acknowledge(outbox(), message.n, this.#ports.now()));
        this.proceed();
        break;
      case 'reject':
        setOutbox(reject(outbox()));
        break;
      case 'status':
        if (message.status === 'draining') {
          this.#ports.dispatch({ type: 'draining', retryMs: message.retryMs });
        }
        this.#ports.onDegraded(message.status === 'degraded');
        break;
      case 'barrier':
        break;
    }
  }

  #greet(hello: Hello): void {
    const refusal = this.#ports.agree(hello);
    if (refusal !== null) {
      this.#ports.dispatch({ type: 'refused', refusal });
      return;
    }
    // A second hello tells of an epoch that the document has got since.
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    this.#ports.dispatch({ type: 'greeted' });
    // A reader is never asked for its updates, so they would look as if they were on their way.
    if (hello.role === 'reader') this.#ports.setOutbox(reject(this.#ports.outbox()));
    this.#ports.send(step1Frame(Y.encodeStateVector(this.#ports.doc)));
    this.#presence.announce();
  }

  #apply(update: Uint8Array): void {
    const { doc, origin } = this.#ports;
    try {
      // Applying is not atomic, so a damaged update must be found out before.
      Y.decodeUpdate(update);
    } catch (cause) {
      throw new MalformedFrame('the server sent a damaged update', { cause });
    }
    try {
      Y.applyUpdate(doc, update, origin);
    } catch (error) {
      // What is left is a listener's mistake: it is reported, and does not cost us the line.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
