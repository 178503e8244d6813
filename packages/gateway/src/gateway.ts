import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';

import { CloseCode } from '@indelible/protocol';
import {
  RoomsUnavailable,
  systemClock,
  type Clock,
  type Logger,
  type Rooms,
} from '@indelible/rooms';

import { clientAddress, placeOf, proxyList } from './address.ts';
import {
  readTarget,
  type Admission,
  type Admit,
  type Admitted,
  type Decision,
  type Target,
} from './admission.ts';
import { Connection, type ConnectionSurroundings } from './connection.ts';
import { actAt } from './expiry.ts';
import { readApproach, STRANGER, type Approach } from './gates.ts';
import { encodeEvents } from './http-carrier.ts';
import { answerPreflight, HttpLines, partOf } from './http-lines.ts';
import { countOne, newCounts, type GatewayNumbers } from './numbers.ts';
import { Places } from './places.ts';
import { defaultGatewaySettings, type GatewaySettings } from './settings.ts';
import { refuseRequest, refuseUpgrade } from './turn-away.ts';
import { Turn } from './turn.ts';
import { WebSocketCarrier } from './websocket-carrier.ts';
import { encodeMessages } from './websocket-frames.ts';

export interface GatewayOptions {
  readonly rooms: Rooms;
  readonly admit: Admit;
  readonly logger: Logger;
  readonly settings?: GatewaySettings;
  readonly clock?: Clock;
}

/** HTTP statuses for what Node finds wrong with a request, where it is not just malformed. */
const FAILURES: ReadonlyMap<unknown, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * The door: takes WebSocket upgrades and requests for lines over HTTP, asks who may enter, and looks
 * after the lines.
 */
export class Gateway implements AsyncDisposable {
  readonly #options: GatewayOptions;
  readonly #settings: GatewaySettings;
  readonly #clock: Clock;
  readonly #server: WebSocketServer;
  readonly #http: HttpLines;
  readonly #connections = new Set<Connection>();
  readonly #admitted = new Map<Connection, Admitted>();
  readonly #counts = newCounts();
  readonly #surroundings: ConnectionSurroundings;
  readonly #httpSurroundings: ConnectionSurroundings;
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
      turn: new Turn(encodeMessages),
    };
    this.#httpSurroundings = { ...this.#surroundings, turn: new Turn(encodeEvents) };
    this.#http = new HttpLines(this.#clock, this.#settings);
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
    return Array.from(this.#connections).reduce((sum, { buffered }) => sum + buffered, 0);
  }

  numbers(): GatewayNumbers {
    const slow = Array.from(this.#connections).filter(({ isSlow }) => isSlow).length;
    const { size: overHttp } = this.#http;
    return { ...this.#counts, connections: this.size, overHttp, slow, buffered: this.buffered };
  }

  /** Closes the lines of those who were admitted as described. @returns how many. */
  expel(which: (admitted: Admitted) => boolean, code: CloseCode, reason: string): number {
    const expelled = Array.from(this.#admitted).filter(([, admitted]) => which(admitted));
    for (const [connection] of expelled) connection.end(code, reason);
    return expelled.length;
  }

  /** For the `upgrade` event of an HTTP server. Never rejects. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Without a listener a line that breaks meanwhile would end the process.
    const ignore = (): void => {};
    socket.on('error', ignore);
    const decision = await this.#decide(request, socket);
    socket.off('error', ignore);
    if (decision.answer.type === 'status') {
      refuseUpgrade(socket, decision.answer.status);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (line) => {
      const carrier = new WebSocketCarrier(line, socket);
      this.#welcome(new Connection(carrier, this.#surroundings), decision);
    });
  }

  /**
   * For the `request` event of an HTTP server: answers what belongs to a line over HTTP.
   *
   * @returns false for any other request, which is left alone.
   */
  request(request: IncomingMessage, response: ServerResponse): boolean {
    const part = this.#settings.httpFallback ? partOf(request) : null;
    if (part === 'preflight') answerPreflight(request, response);
    if (part === 'down') void this.#open(request, response);
    if (part === 'up') void this.#http.take(request, response);
    return part !== null;
  }

  /** For the `clientError` event of an HTTP server: counts who was too slow, and answers if nobody has. */
  failed(error: Error, socket: Duplex): void {
    const code = 'code' in error ? error.code : null;
    if (code === 'ERR_HTTP_REQUEST_TIMEOUT') countOne(this.#counts.limits, 'handshake');
    if (socket.writable) refuseUpgrade(socket, FAILURES.get(code) ?? 400);
  }

  /** Turns newcomers away with 503 from now on. */
  refuse(): void {
    this.#isRefusing = true;
  }

  /** Refuses, waits until the lines that are being closed are closed, and cuts the rest. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.refuse();
    this.#cancelHeartbeat();
    await Promise.all(Array.from(this.#connections, (line) => line.shut(CloseCode.restart)));
    this.#server.close();
  }

  /** What `upgrade` is for WebSockets. Never rejects. */
  async #open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const decision = await this.#decide(request, response);
    if (response.destroyed) return;
    if (decision.answer.type === 'status') {
      refuseRequest(response, decision.answer.status);
      return;
    }
    const carrier = this.#http.open(request, response);
    this.#welcome(new Connection(carrier, this.#httpSurroundings), decision);
  }

  /** @param line has its place until it closes. */
  async #decide(request: IncomingMessage, line: Duplex | ServerResponse): Promise<Decision> {
    const turnAway = (status: number): Decision => {
      countOne(this.#counts.refusals, status);
      return { answer: { type: 'status', status }, approach: STRANGER };
    };
    const giveBack = this.#addresses.take(placeOf(clientAddress(request, this.#proxies)));
    if (giveBack === null) {
      countOne(this.#counts.limits, 'address');
      return turnAway(429);
    }
    line.once('close', giveBack);
    if (this.#isRefusing) return turnAway(503);
    const target = readTarget(request);
    const approach = target && readApproach(target.params);
    if (target === null || approach === null) return turnAway(400);
    const answer = await this.#ask(target);
    return answer.type === 'status' ? turnAway(answer.status) : { answer, approach };
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

  #welcome(connection: Connection, { answer, approach }: Decision): void {
    this.#connections.add(connection);
    connection.whenClosed(() => this.#connections.delete(connection));
    if (answer.type === 'refuse') connection.close(answer.code, answer.reason);
    else if (answer.type === 'admit' && this.#register(connection, answer)) {
      void this.#enter(connection, answer, approach);
    }
  }

  /** False if the author has no place left; then the line is being closed. */
  #register(connection: Connection, admitted: Admitted): boolean {
    const giveBack = this.#authors.take(admitted.author);
    if (giveBack === null) {
      countOne(this.#counts.limits, 'user');
      connection.close(CloseCode.overloaded, 'too many connections at once');
      return false;
    }
    this.#admitted.set(connection, admitted);
    const callOff = actAt(this.#clock, admitted.pass?.expiresAt ?? Infinity, () => {
      connection.end(CloseCode.unauthenticated, 'the token expired');
    });
    connection.whenClosed(() => {
      giveBack();
      callOff();
      this.#admitted.delete(connection);
    });
    return true;
  }

  async #enter(connection: Connection, admitted: Admitted, approach: Approach): Promise<void> {
    const { document, role, author } = admitted;
    try {
      const access = { role, author, ...approach };
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
      for (const connection of this.#connections) connection.heartbeat();
      this.#cancelHeartbeat = this.#beat();
    });
  }
}
