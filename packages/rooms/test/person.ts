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

import type { SessionLine } from '../src/lines.ts';
import type { RoomSession } from '../src/room-session.ts';
import type { Rooms } from '../src/rooms.ts';

/** Somebody with a real `Y.Doc` and a line into a room that runs in this process. */
export class Person implements SessionLine {
  readonly doc = new Y.Doc();
  readonly heard: Extension[] = [];
  readonly author: string;
  closed: CloseCode | null = null;
  #session: RoomSession | null = null;
  #barrier = 0;

  constructor(author: string) {
    this.author = author;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#session?.receive(updateFrame(update));
    });
  }

  get text(): string {
    return this.doc.getText('text').toString();
  }

  async join(rooms: Rooms, document: DocumentId): Promise<void> {
    this.closed = null;
    const access = { role: 'writer', author: this.author, extended: true } as const;
    this.#session = await rooms.join(document, this, access);
    this.#session.receive(step1Frame(Y.encodeStateVector(this.doc)));
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
    const frame = decodeFrame(bytes);
    if (frame.type === 'step1') {
      const missing = Y.encodeStateAsUpdate(this.doc, frame.stateVector);
      // A session speaks first while it is being made.
      queueMicrotask(() => this.#session?.receive(step2Frame(missing)));
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
