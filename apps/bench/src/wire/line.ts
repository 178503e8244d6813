import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

import { FrameReader, maskedFrame, OpCode } from './websocket-frame.ts';

/** What a line tells its owner. */
export interface LineListener {
  /** @param at when it arrived, by `performance.now()`. The bytes must not be kept. */
  message(bytes: Uint8Array, at: number): void;
  /** The line is gone, whoever ended it. */
  closed(): void;
}

/** Milliseconds. */
const MOST_WAITING = 30_000;
const END_OF_HEADERS = '\r\n\r\n';

/**
 * A WebSocket client with next to no cost of its own, so that hundreds fit on one core beside each other
 * and the server stays what is measured.
 */
export class Line {
  readonly #socket: Socket;
  readonly #reader = new FrameReader();
  readonly #listener: LineListener;
  #bytesIn = 0;

  private constructor(socket: Socket, listener: LineListener) {
    this.#socket = socket;
    this.#listener = listener;
  }

  /**
   * Connects to a server on this machine.
   *
   * @param path begins with a slash.
   * @throws {Error} if there is none or it refuses.
   */
  static async open(port: number, path: string, listener: LineListener): Promise<Line> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const line = new Line(socket, listener);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.setTimeout(MOST_WAITING, () => socket.destroy(new Error('no answer to the upgrade')));
    socket.once('connect', () => socket.write(request(port, path)));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed the line')));
    line.#awaitUpgrade(resolve, reject);
    await promise;
    socket.setTimeout(0);
    socket.on('error', () => {});
    socket.once('close', () => listener.closed());
    socket.resume();
    return line;
  }

  /** Bytes of WebSocket frames received. */
  get bytesIn(): number {
    return this.#bytesIn;
  }

  send(message: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(maskedFrame(OpCode.binary, message));
  }

  /** Cuts the line. */
  cut(): void {
    this.#socket.destroy();
  }

  #awaitUpgrade(resolve: () => void, reject: (error: Error) => void): void {
    let head = Buffer.alloc(0);
    const read = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(END_OF_HEADERS);
      if (end === -1) return;
      this.#socket.off('data', read);
      const answer = head.toString('latin1', 0, end);
      if (!answer.startsWith('HTTP/1.1 101')) {
        reject(new Error(`the upgrade was answered with “${answer.split('\r\n')[0]}”`));
        this.#socket.destroy();
        return;
      }
      // Held back until whoever waits for the line has it.
      this.#socket.pause();
      const rest = head.subarray(end + END_OF_HEADERS.length);
      if (rest.length > 0) this.#socket.unshift(rest);
      this.#socket.on('data', (data: Buffer) => this.#receive(data));
      resolve();
    };
    this.#socket.on('data', read);
  }

  #receive(chunk: Buffer): void {
    const at = performance.now();
    this.#bytesIn += chunk.length;
    this.#reader.read(chunk, (opCode, payload) => {
      if (opCode === OpCode.binary) this.#listener.message(payload, at);
      else if (opCode === OpCode.ping) this.#socket.write(maskedFrame(OpCode.pong, payload));
      else if (opCode === OpCode.close) this.#socket.end(maskedFrame(OpCode.close, payload));
    });
  }
}

const request = (port: number, path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  ].join('\r\n') + END_OF_HEADERS;
