import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

import { addressOf } from './address.ts';
import { applyAll, isEmpty } from './content.ts';
import { Conversation, type Hello } from './conversation.ts';
import type { Environment } from './environment.ts';
import { firstFacts, statusOf, type Facts } from './facts.ts';
import { Keeper, type KeepingContext } from './keeper.ts';
import type { LineState } from './line-state.ts';
import { Line } from './line.ts';
import { deleteLocalCopy } from './local-documents.ts';
import { createLocalLog, type LocalCopy } from './local-log.ts';
import {
  emptyOutbox,
  inherit,
  isUnacknowledged,
  keep,
  make,
  takeAcknowledged,
  type Outbox,
} from './outbox.ts';
import type { PageSignal } from './page.ts';
import type { Provider, ProviderOptions } from './provider.ts';
import { ResumePoint } from './resume-point.ts';
import type { ProviderSettings } from './settings.ts';
import type { ProviderStatus, Refusal } from './status.ts';

/** The origin of the transaction that loads the local copy. */
const LOCAL_COPY = { name: 'local copy' };

/** Joins document, local log and line; what each of them does is its own file. */
export class LiveProvider implements Provider {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly #options: ProviderOptions;
  readonly #settings: ProviderSettings;
  readonly #environment: Environment;
  readonly #line: Line;
  readonly #keeper: Keeper;
  readonly #conversation: Conversation;
  readonly #resume = new ResumePoint();
  readonly #listeners = new Set<() => void>();
  readonly #opened: Promise<void>;
  readonly #stops: (() => void)[] = [];
  #facts: Facts;
  #status: ProviderStatus;
  #epoch: string | null = null;
  /** The copy says that it was made here, and no server has said that it has the document. */
  #isNew = false;
  #closing: Promise<void> | null = null;

  /** @param after nothing of this document is read or sent before. */
  constructor(
    options: ProviderOptions,
    settings: ProviderSettings,
    environment: Environment,
    after: Promise<unknown>,
  ) {
    this.#options = options;
    this.#settings = settings;
    this.#environment = environment;
    this.#line = this.#createLine();
    this.#keeper = this.#createKeeper();
    this.#conversation = this.#createConversation();
    this.#facts = firstFacts(this.#line.state, emptyOutbox);
    this.#status = statusOf(this.#facts);
    this.doc.on('update', this.#onUpdate);
    this.#opened = this.#open(after);
  }

  status(): ProviderStatus {
    return this.#status;
  }

  subscribe(onChange: () => void): () => void {
    // Wrapped, so that the same function may subscribe twice.
    const listener = (): void => onChange();
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  retry(): void {
    this.#line.dispatch({ type: 'retry' });
  }

  hold(): () => void {
    return this.#conversation.hold();
  }

  async discard(): Promise<void> {
    await this.#opened;
    await this.#keeper.abandon();
    await deleteLocalCopy(this.#options.document, this.#environment.indexedDB);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #open(after: Promise<unknown>): Promise<void> {
    await after;
    const { clock, page } = this.#environment;
    this.#stops.push(page.listen((signal) => this.#onSignal(signal)));
    const late = (): void => this.#learn({ unreachable: !this.#facts.synced });
    this.#stops.push(clock.after(this.#settings.contentTimeout, late));
    if (this.#closing === null) this.#line.start();
    const copy = await this.#keeper.open();
    if (copy !== null) this.#load(copy);
    this.#keeper.begin();
    if (this.#isNew) this.#redial();
    this.#learn({ copy: copy?.complete === true ? 'present' : 'none' });
    this.#conversation.ready();
  }

  async #close(): Promise<void> {
    this.awareness.destroy();
    await this.#opened;
    this.doc.off('update', this.#onUpdate);
    await this.#keeper.close();
    this.#conversation.close();
    this.#line.dispatch({ type: 'close' });
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
    this.doc.destroy();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === LOCAL_COPY) return;
    if (origin === this) {
      this.#keeper.remote(update);
      return;
    }
    this.#setOutbox(make(this.#facts.outbox));
    this.#resume.made(update, this.#facts.outbox.made);
    this.#keeper.local(update);
  };

  /** The line that was begun beside reading the copy could not say that the document is a new one. */
  #redial(): void {
    const { state } = this.#line.state;
    if (state === 'refused') this.retry();
    else if (state === 'connecting') this.#line.dispatch({ type: 'online' });
  }

  #load({ updates, markers, epoch, isNew }: LocalCopy): void {
    this.#epoch = epoch;
    this.#isNew = isNew;
    applyAll(this.doc, updates, LOCAL_COPY);
    this.#setOutbox(inherit(this.#facts.outbox, markers));
  }

  #agree({ epoch, schema }: Hello): Refusal | null {
    const { schema: known } = this.#options;
    if (known !== undefined && schema > known) return 'clientTooOld';
    // A document that was never written to has no epoch yet; it gets one with the first commit.
    const told = epoch === '' ? null : epoch;
    // With nothing in it there is nothing that could come out doubled.
    if (this.#epoch !== null && this.#epoch !== told && !isEmpty(this.doc)) return 'otherEpoch';
    if (this.#epoch !== told || this.#isNew) this.#keeper.touch();
    this.#epoch = told;
    this.#isNew = false;
    return null;
  }

  #onState(line: LineState): void {
    if (this.#facts.line.state === 'connected' && line.state !== 'connected') {
      this.#conversation.end();
      this.#learn({ degraded: false });
    }
    const isUp = line.state === 'connecting' || line.state === 'connected';
    const unreachable = this.#facts.unreachable || (!isUp && !this.#facts.synced);
    this.#learn({ line, unreachable });
  }

  #onSignal(signal: PageSignal): void {
    switch (signal) {
      case 'online':
      case 'offline':
      case 'visible':
        this.#line.dispatch({ type: signal });
        break;
      case 'leaving':
        this.#conversation.leave();
        // Its owner is the keeper, which knows of every failure.
        void this.#keeper.flush();
        break;
      case 'returned':
        this.#line.dispatch({ type: 'visible' });
        this.#conversation.announce();
        break;
    }
  }

  #setOutbox(outbox: Outbox): void {
    const done = takeAcknowledged(outbox);
    this.#learn({ outbox: done.outbox });
    this.#keeper.acknowledged(done.keys);
  }

  #learn(news: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...news };
    const status = statusOf(this.#facts);
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    // A copy: listeners come and go while they are told.
    const listeners = [...this.#listeners];
    for (const listener of listeners) listener();
  }

  #keepingContext(): KeepingContext {
    return {
      epoch: this.#epoch,
      complete: this.#facts.synced || this.#facts.copy === 'present',
      isNew: this.#isNew,
      unacknowledged: isUnacknowledged(this.#facts.outbox),
      // Without the server, this device has the only copy.
      strict: this.#facts.line.state !== 'connected',
      whole: () => (isEmpty(this.doc) ? null : Y.encodeStateAsUpdate(this.doc)),
    };
  }

  #createLine(): Line {
    return new Line({
      url: () => this.#address(),
      environment: this.#environment,
      settings: this.#settings,
      onOpen: () => this.#conversation.begin(),
      onExchange: () => {
        this.#conversation.exchange();
        this.#learn({ degraded: false });
      },
      onFrame: (frame) => this.#conversation.receive(frame),
      onState: (state) => this.#onState(state),
    });
  }

  #address(): string {
    const { url, document, schema = null } = this.#options;
    const epoch = isEmpty(this.doc) ? null : this.#epoch;
    const isNew = this.#isNew;
    return addressOf({ url, document, schema, epoch, place: this.#resume.place, isNew });
  }

  #createKeeper(): Keeper {
    const { indexedDB, clock } = this.#environment;
    return new Keeper({
      log: indexedDB === null ? null : createLocalLog(indexedDB, this.#options.document),
      clock,
      settings: this.#settings,
      position: () => this.#facts.outbox.made,
      context: () => this.#keepingContext(),
      onReleased: (update, through) => this.#conversation.released(update, through),
      onKept: (through, marker) => {
        this.#setOutbox(keep(this.#facts.outbox, through, marker));
        this.#conversation.proceed();
      },
      onDevice: (device) => this.#learn({ device }),
    });
  }

  #createConversation(): Conversation {
    return new Conversation({
      doc: this.doc,
      awareness: this.awareness,
      origin: this,
      clock: this.#environment.clock,
      longestHold: this.#settings.longestHold,
      send: (frame) => this.#line.send(frame),
      dispatch: (event) => this.#line.dispatch(event),
      outbox: () => this.#facts.outbox,
      setOutbox: (outbox) => this.#setOutbox(outbox),
      resume: this.#resume,
      agree: (hello) => this.#agree(hello),
      onSynced: () => {
        this.#learn({ synced: true, unreachable: false });
        this.#keeper.touch();
        // All that was missed is here, and the page may be left before the usual time.
        if (this.#facts.device === 'keeps') void this.#keeper.flush();
      },
      onDegraded: (degraded) => this.#learn({ degraded }),
    });
  }
}
