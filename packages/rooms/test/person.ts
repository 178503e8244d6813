import * as Y from 'yjs';

import {
  decodeExtension,
  decodeFrame,
  extensionFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type CloseCode,
  type DocumentId,
  type Extension,
} from '@indelible/protocol';
import type { Claim } from '@indelible/sync';

import type { SessionLine } from '../src/lines.ts';
import type { RoomSession } from '../src/room-session.ts';
import type { Rooms } from '../src/rooms.ts';

/** Somebody with a real `Y.Doc` and a line into a room that runs in this process. */
export class Person implements SessionLine {
  readonly doc = new Y.Doc();
  readonly heard: Extension[] = [];
  readonly author: string;
  closed: CloseCode | null = null;
  /** Bytes heard since it joined. */
  bytes = 0;
  #session: RoomSession | null = null;
  #barrier = 0;
  /** A session speaks first while it is being made. */
  #answer: Uint8Array | null = null;

  constructor(author: string) {
    this.author = author;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#session?.receive(updateFrame(update));
    });
  }

  get text(): string {
    return this.doc.getText('text').toString();
  }

  async join(rooms: Rooms, document: DocumentId, claim?: Partial<Claim>): Promise<void> {
    this.closed = null;
    this.bytes = 0;
    this.heard.length = 0;
    const access = { role: 'writer', author: this.author, extended: true } as const;
    const whole: Claim | undefined = claim && { schema: null, epoch: null, place: null, ...claim };
    this.#session = await rooms.join(document, this, whole ? { ...access, claim: whole } : access);
    if (this.#answer !== null) this.#session.receive(this.#answer);
    this.#answer = null;
    if (!this.isResumed) this.#session.receive(step1Frame(Y.encodeStateVector(this.doc)));
  }

  /** What it would say of its copy when it comes back. */
  get claim(): Partial<Claim> {
    const { epoch } = this.heard.findLast((message) => message.type === 'hello') ?? { epoch: '' };
    const { place } = this.heard.findLast((message) => message.type === 'place') ?? { place: '' };
    return { epoch, place };
  }

  /** True if the room has gone on from what it claimed. */
  get isResumed(): boolean {
    return this.heard.find((message) => message.type === 'hello')?.resumed === true;
  }

  write(text: string): void {
    this.doc.getText('text').insert(0, text);
  }

  /** Sends a frame that is no edit of the document's. */
  say(frame: Uint8Array): void {
    this.#session?.receive(frame);
  }

  /** Asks for an acknowledgement of everything so far. */
  barrier(): number {
    this.#barrier += 1;
    this.#session?.receive(extensionFrame({ type: 'barrier', n: this.#barrier }));
    return this.#barrier;
  }

  /** The last acknowledged barrier, or 0. */
  get saved(): number {
    const saved = this.heard.filter((message) => message.type === 'saved');
    return saved.at(-1)?.n ?? 0;
  }

  get status(): string {
    const statuses = this.heard.filter((message) => message.type === 'status');
    return statuses.at(-1)?.status ?? 'ok';
  }

  leave(): void {
    this.#session?.leave();
    this.#session = null;
  }

  send(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    const frame = decodeFrame(bytes);
    if (frame.type === 'step1') {
      const missing = step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector));
      if (this.#session !== null) this.#session.receive(missing);
      else this.#answer = missing;
    } else if (frame.type === 'step2' || frame.type === 'update') {
      Y.applyUpdate(this.doc, frame.update, this);
    } else if (frame.type === 'extension') {
      this.heard.push(decodeExtension(frame.body));
    }
  }

  close(code: CloseCode): void {
    this.closed = code;
    this.#session = null;
  }
}
