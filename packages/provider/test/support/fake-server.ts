import * as Y from 'yjs';

import {
  CloseCode,
  decodeExtension,
  decodeFrame,
  encodePresence,
  extensionFrame,
  presenceFrame,
  step1Frame,
  step2Frame,
  updateFrame,
  type Frame,
  type Role,
} from '@indelible/protocol';

import type { Socket } from '../../src/environment.ts';
import type { Via } from '../../src/status.ts';

/** Open, open without a word, or closed with a code. */
type Door = 'open' | 'silent' | number;

const merged = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 0 ? new Uint8Array([0, 0]) : Y.mergeUpdates([...updates]);

/** One end of a line inside this process. */
class FakeSocket extends EventTarget implements Socket {
  binaryType: BinaryType = 'blob';
  readonly url: string;
  readonly via: Via;
  readonly received: Frame[] = [];
  readonly barriers: number[] = [];
  /** It is told places. */
  readonly hasPlaces: boolean;
  isOpen = true;
  readonly #server: FakeServer;

  constructor(server: FakeServer, url: string, via: Via) {
    super();
    this.#server = server;
    this.url = url;
    this.via = via;
    this.hasPlaces = server.hasPlaces && this.query('from') !== null;
  }

  /** What it says in its address. */
  query(name: string): string | null {
    return new URL(this.url).searchParams.get(name);
  }

  send(frame: Uint8Array): void {
    const copy = frame.slice();
    queueMicrotask(() => this.isOpen && this.#server.receive(this, copy));
  }

  close(): void {
    this.isOpen = false;
    this.#server.sockets.delete(this);
  }

  deliver(frame: Uint8Array): void {
    const data = frame.slice().buffer;
    queueMicrotask(() => {
      if (this.isOpen) this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  end(code: number): void {
    this.close();
    queueMicrotask(() => this.dispatchEvent(new CloseEvent('close', { code })));
  }
}

/**
 * A server of one document that speaks the real frames. What it received is in `memory`, and on `disk`
 * after a commit.
 */
export class FakeServer {
  epoch = 'epoch-1';
  schema = 1;
  role: Role = 'writer';
  /** What a new line meets. */
  door: Door = 'open';
  /** The same for one over HTTP; there is none unless a test says so. */
  httpDoor: Door = 1006;
  /** False: `commit` is called by the test. */
  commitsAtOnce = true;
  /** False: it turns everybody away with 4404, but makes the document for who has made it on a device. */
  hasDocument = true;
  /** Tells places, and goes on from them. */
  hasPlaces = false;
  /** What is on disk, commit by commit; a place is how many of them. */
  rows: Uint8Array[] = [];
  memory = new Y.Doc();
  disk = new Y.Doc();
  dials = 0;
  httpDials = 0;
  /** The most lines there ever were at once. */
  peak = 0;
  readonly sockets = new Set<FakeSocket>();
  readonly WebSocket = this.#sockets((url) => {
    this.dials += 1;
    return this.#answer(url, 'webSocket', this.door);
  });
  readonly HttpWebSocket = this.#sockets((url) => {
    this.httpDials += 1;
    return this.#answer(url, 'http', this.httpDoor);
  });

  /** The line there is. */
  get socket(): FakeSocket {
    const [socket] = this.sockets;
    if (socket === undefined) throw new Error('nobody is connected');
    return socket;
  }

  get isConnected(): boolean {
    return this.sockets.size > 0;
  }

  get text(): string {
    return this.memory.getText('t').toString();
  }

  get savedText(): string {
    return this.disk.getText('t').toString();
  }

  receive(socket: FakeSocket, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    socket.received.push(frame);
    switch (frame.type) {
      case 'step1':
        socket.deliver(step2Frame(Y.encodeStateAsUpdate(this.memory, frame.stateVector)));
        this.#tellPlace(socket);
        break;
      case 'step2':
      case 'update':
        if (this.role === 'writer') this.#take(socket, frame.update);
        break;
      case 'presence':
        for (const other of this.sockets) other.deliver(bytes);
        break;
      case 'extension': {
        const message = decodeExtension(frame.body);
        if (message.type !== 'barrier') throw new Error(`a ${message.type} from a client`);
        socket.barriers.push(message.n);
        if (this.commitsAtOnce) this.commit();
        break;
      }
      case 'queryPresence':
      case 'auth':
        break;
    }
  }

  /** Everything received goes to disk, and everybody is told. */
  commit(): void {
    if (this.#hasUnsaved) {
      const onDisk = Y.encodeStateVector(this.disk);
      this.rows.push(Y.encodeStateAsUpdate(this.memory, onDisk));
    }
    Y.applyUpdate(this.disk, Y.encodeStateAsUpdate(this.memory));
    for (const socket of this.sockets) {
      const n = socket.barriers.splice(0).at(-1);
      if (n !== undefined) socket.deliver(extensionFrame({ type: 'saved', n }));
      this.#tellPlace(socket);
    }
  }

  /** Only where nothing waits to be committed, for then it is clean. */
  #tellPlace(socket: FakeSocket): void {
    if (!socket.hasPlaces || this.rows.length === 0 || this.#hasUnsaved) return;
    const place = `${this.rows.length}`;
    socket.deliver(extensionFrame({ type: 'place', place, clean: true }));
  }

  get #hasUnsaved(): boolean {
    return !Y.equalSnapshots(Y.snapshot(this.memory), Y.snapshot(this.disk));
  }

  /** Another person writes. */
  type(text: string): void {
    const before = Y.encodeStateVector(this.memory);
    this.memory.getText('t').insert(0, text);
    const update = Y.encodeStateAsUpdate(this.memory, before);
    for (const socket of this.sockets) socket.deliver(updateFrame(update));
  }

  say(frame: Uint8Array): void {
    for (const socket of this.sockets) socket.deliver(frame);
  }

  keepAwake(): void {
    this.say(presenceFrame(encodePresence([])));
  }

  cut(code = 1006): void {
    for (const socket of this.sockets) socket.end(code);
  }

  /** The document is put back to nothing, and the lines are gone. */
  wipe(epoch: string): void {
    this.epoch = epoch;
    this.memory = new Y.Doc();
    this.disk = new Y.Doc();
    this.rows = [];
    this.cut();
  }

  /** What was not on disk is gone, and so are the lines. */
  crash(): void {
    this.memory = new Y.Doc();
    Y.applyUpdate(this.memory, Y.encodeStateAsUpdate(this.disk));
    this.cut();
  }

  #sockets(answer: (url: string) => Socket): new (url: string) => Socket {
    return class {
      constructor(url: string) {
        // oxlint-disable-next-line no-constructor-return -- the server makes its own sockets
        return answer(url);
      }
    } as new (url: string) => Socket;
  }

  #answer(url: string, via: Via, door: Door): FakeSocket {
    const socket = new FakeSocket(this, url, via);
    if (door === 'open' && socket.query('new') === '1') this.hasDocument = true;
    if (door === 'open' && !this.hasDocument) {
      socket.end(CloseCode.notFound);
      return socket;
    }
    if (typeof door === 'number') socket.end(door);
    if (door !== 'open') return socket;
    this.sockets.add(socket);
    this.peak = Math.max(this.peak, this.sockets.size);
    const row = this.#rowOf(socket);
    this.greet(socket, row);
    if (row !== null) {
      const news = [...this.rows.slice(row), Y.encodeStateAsUpdate(this.memory)];
      socket.deliver(
        step2Frame(this.#hasUnsaved ? Y.mergeUpdates(news) : merged(news.slice(0, -1))),
      );
      this.#tellPlace(socket);
    } else if (this.role === 'writer') {
      socket.deliver(step1Frame(Y.encodeStateVector(this.memory)));
    }
    return socket;
  }

  /** Says who it is; a second time, if its epoch is new. */
  greet(socket: FakeSocket = this.socket, row: number | null = null): void {
    const { epoch, schema, role } = this;
    const limits = { frame: 1_000_000, update: 1_000_000 };
    const hello = { type: 'hello', epoch, schema, role, limits } as const;
    const resumed = row !== null;
    socket.deliver(extensionFrame(socket.hasPlaces ? { ...hello, resumed } : hello));
  }

  /** After which row a line goes on; null if it has to begin anew. */
  #rowOf(socket: FakeSocket): number | null {
    if (!socket.hasPlaces || socket.query('epoch') !== this.epoch) return null;
    const row = Number(socket.query('from'));
    return row > 0 && row <= this.rows.length ? row : null;
  }

  #take(from: FakeSocket, update: Uint8Array): void {
    Y.applyUpdate(this.memory, update);
    for (const other of this.sockets) if (other !== from) other.deliver(updateFrame(update));
  }
}
