import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  MalformedFrame,
  presenceFrame,
  step1Frame,
  type Extension,
  type Frame,
} from '@indelible/protocol';

import { Answering, type AnsweringPorts } from './answering.ts';
import type { Clock } from './clock.ts';
import { isPending } from './content.ts';
import { HeldFrames } from './held-frames.ts';
import type { LineEvent } from './line-state.ts';
import { acknowledge, loseLine, reject } from './outbox.ts';
import { PresenceLink } from './presence-link.ts';
import { applyReceived, type Received } from './received.ts';
import type { Refusal } from './status.ts';

export type Hello = Extract<Extension, { type: 'hello' }>;

export interface ConversationPorts extends AnsweringPorts {
  readonly awareness: Awareness;
  /** The origin of transactions that the server caused. */
  readonly origin: object;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly longestHold: number;
  readonly dispatch: (event: LineEvent) => void;
  /** @returns why this server is not for us; null if it is. */
  readonly agree: (hello: Hello) => Refusal | null;
  readonly onSynced: () => void;
  readonly onDegraded: (degraded: boolean) => void;
}

/**
 * What is said on the line. On each new one:
 *
 *     server  hello, step 1, presence
 *     we      step 1, presence, step 2, barrier 1     then every update, each followed by a barrier
 *     server  step 2, saved 1, place
 *
 * or, if we have presented a place and the server goes on from there:
 *
 *     server  hello, step 2, presence
 *     we      an update, barrier 1, presence
 *     server  saved 1, place
 */
export class Conversation {
  readonly #ports: ConversationPorts;
  readonly #presence: PresenceLink;
  readonly #answering: Answering;
  readonly #held: HeldFrames;
  #isGreeted = false;

  constructor(ports: ConversationPorts) {
    this.#ports = ports;
    this.#answering = new Answering(ports);
    const { clock, longestHold: longest } = ports;
    this.#held = new HeldFrames({ hear: (frame) => this.#hear(frame), clock, longest });
    this.#presence = new PresenceLink(ports.awareness, (presence) => {
      if (this.#isGreeted) ports.send(presenceFrame(presence));
    });
  }

  /** The local copy has been looked for: what the server says may be answered. */
  ready(): void {
    this.#held.ready();
  }

  /** A new line. */
  begin(): void {
    this.#held.forget();
    this.#isGreeted = false;
    this.#answering.begin();
  }

  receive(frame: Uint8Array): void {
    this.#held.receive(frame);
  }

  /** Holds back what the server says. @returns a function that ends it. */
  hold(): () => void {
    return this.#held.hold();
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
    this.#answering.released(update, through);
  }

  /** Says what has become due. */
  proceed(): void {
    this.#answering.proceed();
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
    this.#held.close();
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
        this.#answering.asked(frame.stateVector);
        break;
      case 'step2':
        this.#apply({ update: frame.update, isAnswer: true });
        this.#ports.resume.synced();
        this.#askIfPending();
        this.#ports.onSynced();
        break;
      case 'update':
        this.#apply({ update: frame.update, isAnswer: false });
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
        setOutbox(acknowledge(outbox(), message.n, this.#ports.clock.now()));
        if (!outbox().rejected) this.#ports.resume.saved(message.n, outbox().acknowledged);
        this.proceed();
        break;
      case 'place':
        this.#ports.resume.placed(message.place, message.clean);
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
    const isReader = hello.role === 'reader';
    // A reader is never asked for its updates, so they would look as if they were on their way.
    if (isReader) this.#ports.setOutbox(reject(this.#ports.outbox()));
    this.#answering.greeted(hello.resumed !== undefined);
    if (hello.resumed === true) this.#resume(isReader);
    else {
      this.#ports.resume.restart(!isReader);
      this.#askEverything();
    }
    this.#presence.announce();
  }

  /** The server goes on from our place. */
  #resume(isReader: boolean): void {
    this.#ports.resume.resume();
    if (!isReader) this.#answering.asked(null);
  }

  #askEverything(): void {
    this.#ports.send(step1Frame(Y.encodeStateVector(this.#ports.doc)));
  }

  /** After what there was to say nothing builds on something we lack, or a place was wrong. */
  #askIfPending(): void {
    const { doc, resume } = this.#ports;
    if (!isPending(doc)) return;
    resume.forget();
    this.#askEverything();
  }

  #apply(received: Received): void {
    const { doc, origin } = this.#ports;
    try {
      // Applying is not atomic, so a damaged update must be found out before.
      Y.decodeUpdate(received.update);
    } catch (cause) {
      throw new MalformedFrame('the server sent a damaged update', { cause });
    }
    try {
      this.#ports.resume.shown(received.update);
      applyReceived(doc, received, origin);
    } catch (error) {
      // What is left is a listener's mistake: it is reported, and does not cost us the line.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
