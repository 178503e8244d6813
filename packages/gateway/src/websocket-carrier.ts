import type { Duplex } from 'node:stream';

import type { RawData, WebSocket } from 'ws';

import type { CloseCode } from '@indelible/protocol';

import type { Carrier, CarrierListener } from './carrier.ts';

/** Bytes: what a close frame can carry. */
const MAX_REASON = 120;
/** How ws says that it closes because of a frame that is too long. */
const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** Carries frames as messages of a WebSocket. */
export class WebSocketCarrier implements Carrier {
  readonly #socket: WebSocket;
  /** Under the WebSocket: ready frames are written here, past its own framing. */
  readonly #wire: Duplex;

  constructor(socket: WebSocket, wire: Duplex) {
    this.#socket = socket;
    this.#wire = wire;
    // Nothing is read before there is a room to take it.
    socket.pause();
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  listen(listener: CarrierListener): void {
    const socket = this.#socket;
    socket.on('message', (data, isBinary) => receive(listener, data, isBinary));
    socket.on('pong', () => listener.onAlive());
    // Each is answered with a pong, so many of them are as bad as many messages.
    socket.on('ping', () => listener.onEmpty());
    // A broken line is followed by `close`; there is nothing else to do about it.
    socket.on('error', (error) => {
      if ('code' in error && error.code === TOO_LONG) listener.onTooLong();
    });
    socket.on('close', (code) => listener.onClose(code));
  }

  resume(): void {
    this.#socket.resume();
  }

  write(chunks: readonly Uint8Array[], onFlushed: () => void): void {
    if (chunks.length > 1) this.#wire.cork();
    chunks.forEach((chunk, index) => {
      if (index === chunks.length - 1) this.#wire.write(chunk, onFlushed);
      else this.#wire.write(chunk);
    });
    if (chunks.length > 1) this.#wire.uncork();
  }

  ping(): void {
    this.#socket.ping();
  }

  close(code: CloseCode, reason: string): void {
    // Paused, it would never read the answer to our closing.
    this.#socket.resume();
    this.#socket.close(code, reason.slice(0, MAX_REASON));
  }

  terminate(): void {
    this.#socket.terminate();
  }
}

function receive(listener: CarrierListener, data: RawData, isBinary: boolean): void {
  listener.onAlive();
  if (isBinary && Buffer.isBuffer(data)) listener.onFrame(data);
  else listener.onMalformed('text instead of binary');
}
