import * as Y from 'yjs';

import { extensionFrame, step2Frame, updateFrame } from '@indelible/protocol';

import { askAgain, nextBarrier, release, send, type Outbox } from './outbox.ts';
import type { ResumePoint } from './resume-point.ts';

export interface AnsweringPorts {
  readonly doc: Y.Doc;
  readonly send: (frame: Uint8Array) => void;
  readonly outbox: () => Outbox;
  readonly setOutbox: (outbox: Outbox) => void;
  readonly resume: ResumePoint;
}

/** What the server wants to know, until it may be answered. */
interface Question {
  /** What the server has; null: all but what it may have lost. */
  readonly stateVector: Uint8Array | null;
  /** The answer waits until own updates through this one have been released. */
  readonly through: number;
}

/** Says what this page has: first the answer to the server's question, then every update, and barriers. */
export class Answering {
  readonly #ports: AnsweringPorts;
  #question: Question | null = null;
  #isAnswered = false;
  /** The server tells places. */
  #hasPlaces = false;

  constructor(ports: AnsweringPorts) {
    this.#ports = ports;
  }

  /** A new line. */
  begin(): void {
    this.#question = null;
    this.#isAnswered = false;
    this.#hasPlaces = false;
  }

  greeted(hasPlaces: boolean): void {
    this.#hasPlaces = hasPlaces;
  }

  /** @param stateVector what the server has; null: all but what it may have lost. */
  asked(stateVector: Uint8Array | null): void {
    this.#question = { stateVector, through: this.#ports.outbox().made };
    this.proceed();
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

  /** Says what has become due: the answer, and a barrier. */
  proceed(): void {
    const question = this.#question;
    if (question !== null && this.#ports.outbox().released >= question.through) {
      this.#question = null;
      this.#isAnswered = true;
      this.#answer(question);
    } else if (this.#isAnswered) this.#ask(nextBarrier(this.#ports.outbox()));
  }

  #answer({ stateVector }: Question): void {
    const { doc, outbox, setOutbox, resume } = this.#ports;
    if (stateVector !== null) {
      this.#ports.send(step2Frame(Y.encodeStateAsUpdate(doc, stateVector)));
    } else {
      const beyond = resume.beyond();
      if (beyond !== null) this.#ports.send(updateFrame(beyond));
    }
    setOutbox(send(outbox(), outbox().made));
    const barrier = nextBarrier(outbox()) ?? (this.#hasPlaces ? askAgain(outbox()) : null);
    this.#ask(barrier);
    if (barrier !== null) resume.said(barrier.n);
  }

  #ask(barrier: ReturnType<typeof nextBarrier>): void {
    if (barrier === null) return;
    this.#ports.setOutbox(barrier.outbox);
    this.#ports.send(extensionFrame({ type: 'barrier', n: barrier.n }));
  }
}
