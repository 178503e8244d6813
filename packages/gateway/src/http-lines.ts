import { randomBytes } from 'node:crypto';
import {
  STATUS_CODES,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';

import {
  DOWN_TYPE,
  encodeDown,
  LINE_HEADER,
  PIECE_HEADER,
  PROBLEM_TYPE,
  UP_TYPE,
  type Problem,
} from '@indelible/protocol';
import type { Clock } from '@indelible/rooms';

import { HttpCarrier, type Taken } from './http-carrier.ts';
import type { GatewaySettings } from './settings.ts';

/** Seconds: how long a browser need not ask again whether a page elsewhere may send pieces. */
const PREFLIGHT_LASTS = '7200';
const LINE_GONE = 'This line is gone; open another one';

interface OpenLine {
  readonly carrier: HttpCarrier;
  /** Where the page is from that opened it. */
  readonly origin: string | undefined;
}

/** The part that a request has in lines over HTTP; null if none. */
export function partOf({ method, headers }: IncomingMessage): 'preflight' | 'down' | 'up' | null {
  if (method === 'OPTIONS') {
    const wanted = headers['access-control-request-headers'] ?? '';
    return wanted.toLowerCase().includes(LINE_HEADER) ? 'preflight' : null;
  }
  if (method !== 'POST') return null;
  if (headers[LINE_HEADER] !== undefined) return 'up';
  return headers.accept?.includes(DOWN_TYPE) === true ? 'down' : null;
}

/** The lines over HTTP, by the ids which only those know who opened them. */
export class HttpLines {
  readonly #clock: Clock;
  readonly #settings: GatewaySettings;
  readonly #lines = new Map<string, OpenLine>();

  constructor(clock: Clock, settings: GatewaySettings) {
    this.#clock = clock;
    this.#settings = settings;
  }

  get size(): number {
    return this.#lines.size;
  }

  /** Begins an answer that is a line. */
  open(request: IncomingMessage, answer: ServerResponse): HttpCarrier {
    const id = randomBytes(24).toString('base64url');
    answer.writeHead(200, {
      ...readableBy(request),
      'content-type': DOWN_TYPE,
      // Not to be kept or compressed on the way, which would mean gathering it first.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    answer.write(encodeDown({ type: 'line', id }));
    const carrier = new HttpCarrier(answer, this.#clock, this.#settings);
    this.#lines.set(id, { carrier, origin: request.headers.origin });
    answer.once('close', () => this.#lines.delete(id));
    return carrier;
  }

  /** Takes what a request brings for a line. Never rejects. */
  async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    const line = this.#lines.get(String(headers[LINE_HEADER]));
    const n = Number(headers[PIECE_HEADER]);
    // A page from elsewhere that came by the id is told what it would be told without.
    if (line === undefined || line.origin !== headers.origin) {
      sendProblem(request, response, 404, LINE_GONE);
    } else if (headers['content-type'] !== UP_TYPE) {
      sendProblem(request, response, 415, `A piece is ${UP_TYPE}`);
    } else if (!Number.isSafeInteger(n) || n < 1) {
      sendProblem(request, response, 400, 'Pieces are numbered from 1');
    } else {
      const taken = await line.carrier.take(n, request).catch(() => null);
      // Whoever has gone is not answered.
      if (taken !== null) answerPiece(request, response, taken);
    }
  }
}

/** Says to a browser that pages from elsewhere may send pieces; whether they may open a line is asked then. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      ...readableBy(request),
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': `content-type, ${LINE_HEADER}, ${PIECE_HEADER}`,
      'access-control-max-age': PREFLIGHT_LASTS,
    })
    .end();
}

function answerPiece(request: IncomingMessage, response: ServerResponse, taken: Taken): void {
  switch (taken) {
    case 'taken':
      response.writeHead(204, { ...readableBy(request), 'cache-control': 'no-store' }).end();
      break;
    case 'gone':
      sendProblem(request, response, 404, LINE_GONE);
      break;
    case 'outOfOrder':
      sendProblem(request, response, 409, 'Pieces are sent one after the other');
      break;
    case 'tooLarge':
      sendProblem(request, response, 413, 'The piece is too large');
      break;
  }
}

function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  detail: string,
): void {
  const title = STATUS_CODES[status] ?? '';
  const problem: Problem = { type: 'about:blank', title, status, detail };
  // Its body may not have been read, and is not waited for.
  const headers = { ...readableBy(request), 'content-type': PROBLEM_TYPE, connection: 'close' };
  response.writeHead(status, headers).end(JSON.stringify(problem));
}

/** With cookies, as a WebSocket; who may come at all is decided as for one, by `Admit`. */
function readableBy({ headers: { origin } }: IncomingMessage): OutgoingHttpHeaders {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  };
}
