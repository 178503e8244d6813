import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Duplex } from 'node:stream';

import { WebSocketServer, type WebSocket } from 'ws';

import { CloseCode } from '@indelible/protocol';
import {
  RoomsUnavailable,
  systemClock,
  type Clock,
  type Logger,
  type Rooms,
} from '@indelible/rooms';

import { clientAddress, placeOf, proxyList } from './address.ts';
import { readTarget, type Admission, type Admit, type Admitted, type Target } from './admission.ts';
import { Connection, type ConnectionSurroundings } from './connection.ts';
import { countOne, newCounts, type GatewayNumbers } from './numbers.ts';
import { Places } from './places.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
import { Turn } from './turn.ts';

export interface GatewayOptions {
  readonly rooms: Rooms;
  readonly admit: Admit;
  readonly logger: Logger;
  readonly settings?: GatewaySettings;
  readonly clock?: Clock;
}

/** Milliseconds: a timer for more fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The door: takes WebSocket upgrades, asks who may enter, and looks after the lines. */
export class Gateway implements AsyncDisposable {
  readonly #options: GatewayOptions;
  readonly #settings: GatewaySettings;
  readonly #clock: Clock;
  readonly #server: WebSocketServer;
  readonly #connections = new Map<WebSocket, Connection>();
  readonly #admitted = new Map<Connection, Admitted>();
  readonly #counts = newCounts();
  readonly #surroundings: ConnectionSurroundings;
  readonly #proxies: BlockList;
  readonly #addresses: Places;
  readonly #authors: Places;
  #cancelHeartbeat: () => void;
  #isRefusing = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#settings = options.settings ?? defaultGatewaySettings;
    this.#clock = options.clock ?? systemClock;
    this.#surroundings = {
      clock: this.#clock,
      settings: this.#settings,
      counts: this.#counts,
      turn: new Turn(),
    };
    const { maxFrame, closeTimeout, perAddress, perAuthor, trustedProxies } = this.#settings;
    this.#proxies = proxyList(trustedProxies);
    this.#addresses = new Places(perAddress);
    this.#authors = new Places(perAuthor);
    const serverOptions = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: maxFrame,
      // Known to ws since 8.19, not yet to its types.
      closeTimeout,
    };
    this.#server = new WebSocketServer(serverOptions);
    this.#cancelHeartbeat = this.#beat();
  }

  /** How many lines are open. */
  get size(): number {
    return this.#connections.size;
  }

  /** Bytes on their way to all lines. */
  get buffered(): number {
    return Array.from(this.#connections.keys()).reduce((sum, line) => sum + line.bufferedAmount, 0);
  }

  numbers(): GatewayNumbers {
    const slow = Array.from(this.#connections.values()).filter(({ isSlow }) => isSlow).length;
    return { ...this.#counts, connections: this.size, slow, buffered: this.buffered };
  }

  /** Closes the lines of those who were admitted as described. @returns how many. */
  expel(which: (admitted: Admitted) => boolean, code: CloseCode, reason: string): number {
    const expelled = Array.from(this.#admitted).filter(([, admitted]) => which(admitted));
    for (const [connection] of expelled) connection.end(code, reason);
    return expelled.length;
  }

  /** For the `upgrade` event of an HTTP server. Never rejects. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const giveBack = this.#addresses.take(placeOf(clientAddress(request, this.#proxies)));
    if (giveBack === null) {
      countOne(this.#counts.limits, 'address');
      this.#turnAway(socket, 429);
      return;
    }
    socket.once('close', giveBack);
    // Without a listener a line that breaks meanwhile would end the process.
    const ignore = (): void => {};
    socket.on('error', ignore);
    const admission = await this.#decide(request);
    socket.off('error', ignore);
    if (admission.answer.type === 'status') {
      this.#turnAway(socket, admission.answer.status);
      return;
    }
    const { answer, isExtended } = admission;
    this.#server.handleUpgrade(request, socket, head, (line) => {
      const connection = this.#track(line, socket);
      if (answer.type === 'refuse') connection.close(answer.code, answer.reason);
      else if (this.#register(line, connection, answer)) {
        void this.#enter(connection, answer, isExtended);
      }
    });
  }

  /** Turns newcomers away with 503 from now on. */
  refuse(): void {
    this.#isRefusing = true;
  }

  /** Refuses, waits until the lines that are being closed are closed, and cuts the rest. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.refuse();
    this.#cancelHeartbeat();
    const closing = Array.from(this.#connections.keys(), (line) => {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      line.once('close', () => resolve());
      if (line.readyState === line.OPEN) line.close(CloseCode.restart);
      return closed;
    });
    await Promise.all(closing);
    this.#server.close();
  }

  async #decide(request: IncomingMessage): Promise<{ answer: Admission; isExtended: boolean }> {
    const target = readTarget(request);
    if (this.#isRefusing) return { answer: { type: 'status', status: 503 }, isExtended: false };
    if (target === null) return { answer: { type: 'status', status: 400 }, isExtended: false };
    const isExtended = target.params.get('ext') === '1';
    return { answer: await this.#ask(target), isExtended };
  }

  async #ask(target: Target): Promise<Admission> {
    try {
      return await this.#options.admit(target);
    } catch (error) {
      this.#options.logger.error({ err: error }, 'could not decide whether to let somebody in');
      return {
        type: 'refuse',
        code: CloseCode.storage,
        reason: 'whether you may enter can’t be told now',
      };
    }
  }

  #track(line: WebSocket, wire: Duplex): Connection {
    const connection = new Connection(line, wire, this.#surroundings);
    this.#connections.set(line, connection);
    line.on('close', () => this.#connections.delete(line));
    return connection;
  }

  /** False if the author has no place left; then the line is being closed. */
  #register(line: WebSocket, connection: Connection, admitted: Admitted): boolean {
    const giveBack = this.#authors.take(admitted.author);
    if (giveBack === null) {
      countOne(this.#counts.limits, 'user');
      connection.close(CloseCode.overloaded, 'too many connections at once');
      return false;
    }
    this.#admitted.set(connection, admitted);
    const callOff = this.#expire(connection, admitted.pass?.expiresAt ?? Infinity);
    line.once('close', () => {
      giveBack();
      callOff();
      this.#admitted.delete(connection);
    });
    return true;
  }

  /** Closes a line at a time that may be years away. @returns a function that calls it off. */
  #expire(connection: Connection, at: number): () => void {
    if (at === Infinity) return () => {};
    const wait = (): (() => void) =>
      this.#clock.after(Math.min(Math.max(0, at - this.#clock.now()), LONGEST_TIMER), () => {
        if (this.#clock.now() >= at) connection.end(CloseCode.unauthenticated, 'the token expired');
        else callOff = wait();
      });
    let callOff = wait();
    return () => callOff();
  }

  #turnAway(socket: Duplex, status: number): void {
    countOne(this.#counts.refusals, status);
    refuse(socket, status);
  }

  async #enter(connection: Connection, admitted: Admitted, extended: boolean): Promise<void> {
    const { document, role, author } = admitted;
    try {
      const access = { role, author, extended };
      connection.attach(await this.#options.rooms.join(document, connection, access));
    } catch (error) {
      if (error instanceof RoomsUnavailable) {
        connection.close(error.code, error.message);
        return;
      }
      this.#options.logger.error({ err: error, document }, 'could not open the document');
      connection.close(CloseCode.storage, 'the document could not be opened');
    }
  }

  #beat(): () => void {
    return this.#clock.after(this.#settings.heartbeat, () => {
      for (const connection of this.#connections.values()) connection.heartbeat();
      this.#cancelHeartbeat = this.#beat();
    });
  }
}

function refuse(socket: Duplex, status: number): void {
  // It may break while we answer, and must not stay half open after that.
  socket.on('error', () => {}).once('finish', () => socket.destroy());
  const text = STATUS_CODES[status] ?? '';
  const retry = status === 503 || status === 429 ? 'Retry-After: 1\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
  );
}
