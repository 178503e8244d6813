import { EventEmitter, once } from 'node:events';
import {
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { text } from 'node:stream/consumers';

import {
  DOWN_TYPE,
  DownReader,
  encodeUp,
  LINE_HEADER,
  PIECE_HEADER,
  UP_TYPE,
  type DownEvent,
} from '@indelible/protocol';

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request and reads its answer to the end. */
export async function ask(
  url: string,
  method: string,
  headers: Headers,
  body: Uint8Array = new Uint8Array(),
): Promise<Answer> {
  const asking = request(url, { method, headers }).end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const { statusCode = 0, headers: answered } = response;
  return { status: statusCode, headers: answered, body: await text(response) };
}

/** The far end of a line over HTTP that does as it is told and nothing by itself. */
export class HttpLine {
  readonly headers: IncomingHttpHeaders;
  readonly #url: string;
  readonly #response: IncomingMessage;
  readonly #origin: Headers;
  readonly #events: DownEvent[] = [];
  readonly #news = new EventEmitter();
  #isOver = false;
  #id = '';
  #nextPiece = 1;

  private constructor(url: string, response: IncomingMessage, origin: Headers) {
    this.#url = url;
    this.#response = response;
    this.#origin = origin;
    this.headers = response.headers;
    const reader = new DownReader();
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.#events.push(...reader.push(chunk));
      this.#news.emit('news');
    });
    response.on('error', () => {});
    response.on('close', () => {
      this.#isOver = true;
      this.#news.emit('news');
    });
  }

  /** Opens a line and waits for its first event. */
  static async open(url: string, headers: Headers): Promise<HttpLine> {
    const asking = request(url, { method: 'POST', headers: { ...headers, accept: DOWN_TYPE } });
    const [response] = (await once(asking.end(), 'response')) as [IncomingMessage];
    const { origin } = headers;
    const line = new HttpLine(url, response, origin === undefined ? {} : { origin });
    line.#id = (await line.#next('line')).id;
    return line;
  }

  /** The next frames, in order, as many as came at once. */
  async frames(): Promise<readonly Uint8Array[]> {
    return (await this.#next('frames')).frames;
  }

  async ping(): Promise<void> {
    await this.#next('ping');
  }

  async closeCode(): Promise<number> {
    return (await this.#next('close')).code;
  }

  /** Sends these frames as one piece. */
  async send(...frames: readonly Uint8Array[]): Promise<Answer> {
    return this.piece(this.#nextPiece++, Buffer.concat(frames.map(encodeUp)));
  }

  piece(n: number, body: Uint8Array, headers: Headers = {}): Promise<Answer> {
    return ask(this.#url, 'POST', { ...this.#headers(n), ...headers }, body);
  }

  /** A piece whose body is still to be written. */
  begin(n: number, length: number): ClientRequest {
    const headers = { ...this.#headers(n), 'content-length': String(length) };
    const beginning = request(this.#url, { method: 'POST', headers });
    beginning.on('error', () => {});
    return beginning;
  }

  /** Reads nothing more until `resume`. */
  pause(): void {
    this.#response.pause();
  }

  resume(): void {
    this.#response.resume();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves when the answer is over, in whatever way. */
  async over(): Promise<void> {
    while (!this.#isOver) await once(this.#news, 'news');
  }

  cut(): void {
    this.#response.destroy();
  }

  #headers(n: number): Headers {
    const own = { [LINE_HEADER]: this.#id, [PIECE_HEADER]: String(n), 'content-type': UP_TYPE };
    return { ...own, ...this.#origin };
  }

  /** Passes over other events. */
  async #next<T extends DownEvent['type']>(type: T): Promise<Extract<DownEvent, { type: T }>> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined && isOf(event, type)) return event;
      if (event === undefined && this.#isOver) throw new Error(`the line ended without a ${type}`);
      if (event === undefined) await once(this.#news, 'news');
    }
  }
}

const isOf = <T extends DownEvent['type']>(
  event: DownEvent,
  type: T,
): event is Extract<DownEvent, { type: T }> => event.type === type;
