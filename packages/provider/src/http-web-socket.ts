import {
  DOWN_TYPE,
  DownReader,
  LINE_HEADER,
  PIECE_HEADER,
  UP_TYPE,
  type DownEvent,
} from '@indelible/protocol';

import { systemClock, type Clock } from './clock.ts';
import { Pieces } from './pieces.ts';

/** What a line over HTTP is made of; tests bring their own. */
export interface HttpParts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

const ownParts: HttpParts = {
  fetch: (...request) => globalThis.fetch(...request),
  clock: systemClock,
};

const NO_STATUS = 1005;
const ABNORMAL = 1006;
/** Milliseconds: a piece that has not been taken by then is sent again. */
const POST_TIMEOUT = 15_000;
/** Milliseconds: so long the server’s last words, or our own, may take. */
const CLOSE_TIMEOUT = 3_000;

const State = { connecting: 0, open: 1, closing: 2, closed: 3 } as const;

/**
 * A WebSocket by its looks, for networks that block real ones: the same frames travel as requests to the
 * same address (see `http-line.ts` of the protocol). Made for `WebSocketPolyfill` of y-websocket; text and
 * blobs are not sent, and subprotocols not asked for.
 */
export class HttpWebSocket extends EventTarget implements WebSocket {
  static readonly CONNECTING = State.connecting;
  static readonly OPEN = State.open;
  static readonly CLOSING = State.closing;
  static readonly CLOSED = State.closed;

  readonly CONNECTING = State.connecting;
  readonly OPEN = State.open;
  readonly CLOSING = State.closing;
  readonly CLOSED = State.closed;

  binaryType: BinaryType = 'blob';
  readonly extensions = '';
  readonly protocol = '';
  readonly url: string;
  onopen: WebSocket['onopen'] = null;
  onmessage: WebSocket['onmessage'] = null;
  onerror: WebSocket['onerror'] = null;
  onclose: WebSocket['onclose'] = null;

  readonly #parts: HttpParts;
  readonly #address: string;
  /** Ends every request there is. */
  readonly #end = new AbortController();
  #readyState: WebSocket['readyState'] = State.connecting;
  #pieces: Pieces | null = null;
  /** What is said about the end if the server says nothing. */
  #farewell = { code: ABNORMAL, reason: '' };
  #cancelCut: () => void = () => undefined;

  /**
   * @param url `ws:`, `wss:`, `http:` or `https:`
   * @throws {TypeError} if it can't be read.
   */
  constructor(url: string | URL, _protocols?: string | string[], parts: HttpParts = ownParts) {
    super();
    const address = new URL(url, typeof location === 'undefined' ? undefined : location.href);
    this.url = address.href;
    this.#address = address.href.replace(/^ws/, 'http');
    this.#parts = parts;
    for (const type of ['open', 'message', 'error', 'close'] as const) {
      this.addEventListener(type, (event) => this.#callHandler(event));
    }
    void this.#listen();
  }

  get readyState(): WebSocket['readyState'] {
    return this.#readyState;
  }

  /** Bytes that the server has not taken yet. */
  get bufferedAmount(): number {
    return this.#pieces?.buffered ?? 0;
  }

  /** @throws {DOMException} before it is open; {TypeError} for anything but bytes. */
  send(data: string | BufferSource | Blob): void {
    if (this.#readyState === State.connecting) {
      throw new DOMException('not open yet', 'InvalidStateError');
    }
    const bytes = bytesOf(data);
    if (this.#readyState === State.open) this.#pieces?.push(bytes);
  }

  /** Sends what is waiting, says goodbye and closes. */
  close(code = NO_STATUS, reason = ''): void {
    if (this.#readyState >= State.closing) return;
    const pieces = this.#pieces;
    this.#readyState = State.closing;
    if (pieces === null) {
      queueMicrotask(() => this.#finish(ABNORMAL, ''));
      return;
    }
    pieces.push(new Uint8Array());
    // The answer to our goodbye may come in two ways, and in any order.
    this.#farewell = { code, reason };
    const finish = (): void => this.#finish(code, reason);
    this.#cancelCut = this.#parts.clock.after(CLOSE_TIMEOUT, finish);
    void pieces.settled().then(finish);
  }

  /** As with every event target, an exception out of one is the page’s to see and nobody else’s. */
  #callHandler(event: Event): void {
    if (event.type === 'open') this.onopen?.(event);
    else if (isMessage(event)) this.onmessage?.(event);
    else if (isClose(event)) this.onclose?.(event);
    else this.onerror?.(event);
  }

  async #listen(): Promise<void> {
    const { signal } = this.#end;
    const reader = new DownReader();
    try {
      const response = await this.#request({ headers: { accept: DOWN_TYPE }, signal });
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || response.body === null || !type.startsWith(DOWN_TYPE)) {
        this.#finish(ABNORMAL, '');
        return;
      }
      const body = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value } = await body.read();
        if (value === undefined) break;
        for (const event of reader.push(value)) this.#hear(event);
      }
    } catch {
      // Decided here: whatever broke, the line is broken.
    }
    const { code, reason } = this.#farewell;
    this.#finish(code, reason);
  }

  #hear(event: DownEvent): void {
    switch (event.type) {
      case 'line':
        this.#open(event.id);
        break;
      case 'frames':
        for (const frame of event.frames) this.#deliver(frame);
        break;
      case 'ping':
        this.#pieces?.answer();
        break;
      case 'close':
        this.#finish(event.code, event.reason);
        break;
    }
  }

  #open(line: string): void {
    if (this.#readyState !== State.connecting) return;
    this.#readyState = State.open;
    const { clock } = this.#parts;
    const post = (n: number, body: Uint8Array<ArrayBuffer>): Promise<number> =>
      this.#post(line, n, body);
    this.#pieces = new Pieces({ clock, post, onStuck: () => this.#giveUp() });
    this.dispatchEvent(new Event('open'));
  }

  #deliver(frame: Uint8Array): void {
    if (this.#readyState !== State.open) return;
    const { buffer } = new Uint8Array(frame);
    const data = this.binaryType === 'arraybuffer' ? buffer : new Blob([buffer]);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Pieces are not taken any more. Why, the server says on the way down, if it can. */
  #giveUp(): void {
    if (this.#readyState !== State.open) return;
    this.#readyState = State.closing;
    this.#cancelCut = this.#parts.clock.after(CLOSE_TIMEOUT, () => this.#finish(ABNORMAL, ''));
  }

  async #post(line: string, n: number, body: Uint8Array<ArrayBuffer>): Promise<number> {
    const late = new AbortController();
    const give = (): void => late.abort();
    const cancel = this.#parts.clock.after(POST_TIMEOUT, give);
    this.#end.signal.addEventListener('abort', give);
    try {
      const headers = { [LINE_HEADER]: line, [PIECE_HEADER]: String(n), 'content-type': UP_TYPE };
      return (await this.#request({ headers, body, signal: late.signal })).status;
    } catch {
      // Decided here: without an answer nobody knows whether the piece was taken, so it is sent again.
      return 0;
    } finally {
      cancel();
      this.#end.signal.removeEventListener('abort', give);
    }
  }

  #request(init: RequestInit): Promise<Response> {
    const asWebSocket = { method: 'POST', credentials: 'include', cache: 'no-store' } as const;
    return this.#parts.fetch(this.#address, { ...asWebSocket, ...init });
  }

  #finish(code: number, reason: string): void {
    if (this.#readyState === State.closed) return;
    this.#readyState = State.closed;
    this.#cancelCut();
    this.#pieces?.stop();
    this.#end.abort();
    const wasClean = code !== ABNORMAL;
    if (!wasClean) this.dispatchEvent(new Event('error'));
    // Not every Node has a `CloseEvent`.
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason, wasClean }));
  }
}

function bytesOf(data: string | BufferSource | Blob): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError('only bytes are sent over HTTP');
}

const isMessage = (event: Event): event is MessageEvent => event.type === 'message';
const isClose = (event: Event): event is CloseEvent => event.type === 'close';
