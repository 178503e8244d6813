import { STATUS_CODES, type IncomingMessage } from 'node:http';
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

import { readTarget, type Admission, type Admit, type Target } from './admission.ts';
import { Connection } from './connection.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';

export interface GatewayOptions {
  readonly rooms: Rooms;
  readonly admit: Admit;
  readonly logger: Logger;
  readonly settings?: GatewaySettings;
  readonly clock?: Clock;
}

type Admitted = Extract<Admission, { type: 'admit' }>;

/** The door: takes WebSocket upgrades, asks who may enter, and looks after the lines. */
export class Gateway implements AsyncDisposable {
  readonly #options: GatewayOptions;
  readonly #settings: GatewaySettings;
  readonly #clock: Clock;
  readonly #server: WebSocketServer;
  readonly #connections = new Map<WebSocket, Connection>();
  #cancelHeartbeat: () => void;
  #isRefusing = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#settings = options.settings ?? defaultGatewaySettings;
    this.#clock = options.clock ?? systemClock;
    const { maxFrame, closeTimeout } = this.#settings;
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

  /** For the `upgrade` event of an HTTP server. Never rejects. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Without a listener a line that breaks meanwhile would end the process.
    const ignore = (): void => {};
    socket.on('error', ignore);
    const admission = await this.#decide(request);
    socket.off('error', ignore);
    if (admission.answer.type === 'status') {
      refuse(socket, admission.answer.status);
      return;
    }
    const { answer, isExtended } = admission;
    this.#server.handleUpgrade(request, socket, head, (line) => {
      const connection = this.#track(line);
      if (answer.type === 'refuse') connection.close(answer.code, answer.reason);
      else void this.#enter(connection, answer, isExtended);
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
      return { type: 'refuse', code: CloseCode.storage, reason: 'storage is not available' };
    }
  }

  #track(line: WebSocket): Connection {
    const connection = new Connection(line, this.#clock, this.#settings);
    this.#connections.set(line, connection);
    line.on('close', () => this.#connections.delete(line));
    return connection;
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
  const text = STATUS_CODES[status] ?? '';
  const retry = status === 503 ? 'Retry-After: 1\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
  );
}
