import * as Y from 'yjs';

import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  extensionFrame,
  isPermanent,
  step1Frame,
  step2Frame,
  updateFrame,
  type DocumentId,
  type Extension,
} from '@indelible/protocol';
import type { Claim } from '@indelible/sync';

import type { Clock } from '../src/clock.ts';
import type { Judge } from './judge.ts';
import type { Line } from './line.ts';
import { LocalCopy } from './local-copy.ts';
import { Outbox } from './outbox.ts';
import type { Style } from './plan.ts';
import type { Random } from './random.ts';
import { NO_CHANCE } from './replicas.ts';
import { ResumePoint } from './resume-point.ts';

export interface PeerOptions {
  readonly name: string;
  readonly style: Style;
  readonly document: DocumentId;
  readonly clock: Clock;
  readonly random: Random;
  readonly judge: Judge;
  /** Opens a line to the server. */
  readonly dial: (peer: Peer) => Line;
}

/** Somebody with a document of their own, who follows the rules of `packages/provider`. */
export class Peer {
  readonly options: PeerOptions;
  doc = new Y.Doc(NO_CHANCE);
  #outbox = new Outbox();
  #resume = new ResumePoint();
  readonly #copy: LocalCopy;
  line: Line | null = null;
  #isAway = false;
  #hasQuit = false;
  #isGreeted = false;
  #isAnswered = false;
  #isSynced = false;
  /**
   * The server's step 1, or null if it goes on from a place; the answer waits until own updates through here
   * have been kept.
   */
  #question: { readonly stateVector: Uint8Array | null; readonly through: number } | null = null;
  #visit = 0;

  constructor(options: PeerOptions) {
    this.options = options;
    this.#copy = new LocalCopy(options.clock, () => options.random.between(0, 20));
    this.#open();
  }

  get mayWrite(): boolean {
    return this.options.style !== 'reader';
  }

  get isExtended(): boolean {
    return this.options.style !== 'stock';
  }

  /** True if it would not mix with what another epoch of its document has. */
  get knowsEpoch(): boolean {
    return this.#copy.epoch !== null || this.doc.store.clients.size === 0;
  }

  /** What it says of its copy when it dials. */
  get claim(): Claim {
    const { epoch } = this.#copy;
    const place = this.#isPatient ? this.#resume.place : null;
    const isNamed = this.#isPatient && this.doc.store.clients.size > 0;
    return { schema: null, epoch: isNamed ? epoch : null, place };
  }

  /** What it still waits for, or null. */
  get restless(): string | null {
    if (this.line === null) return 'is not connected';
    if (!this.#isSynced) return 'has not been told what there is';
    if (this.mayWrite && !this.#isAnswered) return 'has not been asked what it has';
    if (this.mayWrite && this.isExtended && !this.#outbox.isClean) return 'is not saved';
    return this.line.inside > 0 ? 'has frames on their way' : null;
  }

  /** An edit of its own. */
  write(change: (doc: Y.Doc) => void): void {
    if (this.mayWrite) this.doc.transact(() => change(this.doc));
  }

  /** Sends what it may not, without taking it into its own document. */
  trespass(): void {
    if (this.mayWrite || this.line === null) return;
    const forged = this.#newDoc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(this.doc));
    forged.getText('text').insert(0, 'not mine');
    this.line.say(updateFrame(Y.encodeStateAsUpdate(forged)));
    this.line.say(step2Frame(Y.encodeStateAsUpdate(forged)));
    this.line.say(extensionFrame({ type: 'barrier', n: 1 }));
  }

  connect(): void {
    if (this.line !== null || this.#isAway) return;
    this.line = this.options.dial(this);
    if (!this.#isPatient) this.line.say(step1Frame(Y.encodeStateVector(this.doc)));
  }

  /** Leaves and does not come back. */
  quit(): void {
    this.#hasQuit = true;
    this.leave();
  }

  leave(): void {
    this.#isAway = true;
    this.line?.hangUp();
    this.#loseLine();
  }

  comeBack(): void {
    if (this.#hasQuit) return;
    this.#isAway = false;
    this.connect();
  }

  /** The page is closed at once and opened again. */
  reload(): void {
    this.line?.hangUp();
    this.#loseLine();
    this.#open();
    this.connect();
  }

  hear(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame.type === 'extension') this.#hearExtension(decodeExtension(frame.body));
    if (this.#isPatient && !this.#isGreeted) return;
    if (frame.type === 'step1') {
      this.#question = { stateVector: frame.stateVector, through: this.#outbox.made };
      this.#proceed();
    } else if (frame.type === 'step2' || frame.type === 'update') {
      Y.applyUpdate(this.doc, frame.update, this);
      // A view into a frame that belongs to the line.
      this.#resume.shown(frame.update.slice());
      if (frame.type === 'step2') {
        this.#isSynced = true;
        this.#resume.synced();
      }
    }
  }

  lost(code: number | null): void {
    const { clock, random, judge, name, document } = this.options;
    const { epoch } = this.#copy;
    if (code === CloseCode.otherEpoch && epoch !== null) {
      if (judge.isEpoch(document, epoch)) judge.fail('I4', `${name} was turned away from its own`);
      this.#putAside();
      return;
    }
    if (code !== null && isPermanent(code)) judge.fail('error', `${name} was turned away: ${code}`);
    this.#loseLine();
    const visit = this.#visit;
    clock.after(random.between(20, 400), () => visit === this.#visit && this.connect());
  }

  /** Waits for the server's greeting before it says anything about its own document. */
  get #isPatient(): boolean {
    const { style } = this.options;
    return style === 'ours' || style === 'reader';
  }

  #hearExtension(message: Extension): void {
    if (message.type === 'hello') this.#greet(message);
    else if (message.type === 'place') this.#resume.placed(message.place, message.clean);
    else if (message.type === 'saved') {
      this.#outbox.acknowledge(message.n);
      this.#resume.saved(message.n, this.#outbox.acknowledged);
      this.#proceed();
    }
  }

  #greet({ epoch, resumed }: Extract<Extension, { type: 'hello' }>): void {
    if (!this.#isPatient) return;
    const told = epoch === '' ? null : epoch;
    const known = this.#copy.epoch;
    if (known !== null && known !== told && this.doc.store.clients.size > 0) {
      this.#putAside();
      return;
    }
    this.#copy.epoch = told;
    // A second hello tells of an epoch that the document has got since.
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    if (resumed === true) {
      this.#resume.resumed();
      this.#question = { stateVector: null, through: this.#outbox.made };
      this.#proceed();
    } else {
      this.#resume.restarted(this.mayWrite);
      this.line?.say(step1Frame(Y.encodeStateVector(this.doc)));
    }
  }

  /** The local copy is of another epoch: a new one is begun. */
  #putAside(): void {
    this.#copy.clear();
    this.reload();
  }

  #open(): void {
    this.#visit += 1;
    this.doc.destroy();
    this.doc = this.#newDoc();
    const { acknowledged } = this.#outbox;
    this.#outbox = new Outbox();
    this.#resume = new ResumePoint();
    if (this.options.style === 'stock') this.#copy.clear();
    if (this.#copy.load(this.doc, acknowledged)) {
      this.#outbox.made = 1;
      this.#outbox.kept = 1;
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) this.#copy.keep({ update, own: null }, () => {});
      else this.#made(update);
    });
  }

  #made(update: Uint8Array): void {
    const own = ++this.#outbox.made;
    this.#resume.made(update, own);
    if (!this.#isPatient) this.#sendEagerly(update);
    this.#copy.keep({ update, own }, () => {
      this.#outbox.kept = own;
      if (this.#isPatient && this.#isAnswered && own > this.#outbox.sent) {
        this.line?.say(updateFrame(update));
        this.#outbox.sent = own;
      }
      this.#proceed();
    });
  }

  #sendEagerly(update: Uint8Array): void {
    if (this.line === null) return;
    this.line.say(updateFrame(update));
    // Before step 2, what was made without a line has not been sent: then this moves nothing.
    if (this.#isAnswered) this.#outbox.sent = this.#outbox.made;
    this.#ask(true);
  }

  #proceed(): void {
    const question = this.#question;
    if (question !== null && this.mayWrite && this.#isReady(question.through)) {
      this.#question = null;
      this.#isAnswered = true;
      this.#answer(question.stateVector);
      this.#outbox.sent = this.#outbox.made;
      const n = this.#ask(this.#isPatient);
      if (n !== null) this.#resume.said(n);
    }
    if (this.#isAnswered) this.#ask(false);
  }

  #answer(stateVector: Uint8Array | null): void {
    const { beyond } = this.#resume;
    if (stateVector !== null) {
      this.line?.say(step2Frame(Y.encodeStateAsUpdate(this.doc, stateVector)));
    } else if (beyond !== null) this.line?.say(updateFrame(beyond));
  }

  #isReady(through: number): boolean {
    return !this.#isPatient || this.#outbox.kept >= through;
  }

  #ask(always: boolean): number | null {
    if (!this.isExtended || this.line === null) return null;
    const n = this.#outbox.nextBarrier(always);
    if (n !== null) this.line.say(extensionFrame({ type: 'barrier', n }));
    return n;
  }

  #loseLine(): void {
    this.line = null;
    this.#isGreeted = false;
    this.#isAnswered = false;
    this.#isSynced = false;
    this.#question = null;
    this.#outbox.loseLine();
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc(NO_CHANCE);
    doc.clientID = this.options.random.between(1, 2 ** 32 - 1);
    return doc;
  }
}
