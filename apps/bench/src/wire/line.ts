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
/** All lines are read into the same bytes, one after the other, or reading would be mostly allocating. */
const SHARED = Buffer.alloc(256 * 1024);
const END_OF_HEADERS = '\r\n\r\n';

/**
 * A WebSocket client with next to no cost of its own, so that hundreds fit on one core beside each other
 * and the server stays what is measured.
 */
export class Line {
  readonly #socket: Socket;
  readonly #listener: LineListener;
  readonly #reader = new FrameReader();
  readonly #upgraded = Promise.withResolvers<void>();
  /** What came before the line was handed over; null from then on. */
  #early: Buffer | null = Buffer.alloc(0);
  #bytesIn = 0;

  private constructor(port: number, path: string, listener: LineListener) {
    this.#listener = listener;
    const callback = (length: number, buffer: Uint8Array): boolean => {
      this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, length));
      return true;
    };
    const onread = { buffer: SHARED, callback };
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    const { reject } = this.#upgraded;
    this.#socket.setTimeout(MOST_WAITING, () => this.#fail('no answer to the upgrade'));
    this.#socket.once('connect', () => this.#socket.write(request(port, path)));
    this.#socket.on('error', reject);
    this.#socket.once('close', () => reject(new Error('the server closed the line')));
  }

  /**
   * Connects to a server on this machine.
   *
   * @param path begins with a slash.
   * @throws {Error} if there is none or it refuses.
   */
  static async open(port: number, path: string, listener: LineListener): Promise<Line> {
    const line = new Line(port, path, listener);
    await line.#upgraded.promise;
    line.#socket.setTimeout(0);
    line.#socket.once('close', () => listener.closed());
    // Nothing is heard before whoever waits for the line has it.
    setImmediate(() => line.#handOver());
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

  #read(chunk: Buffer): void {
    if (this.#early === null) {
      this.#receive(chunk);
      return;
    }
    this.#early = Buffer.concat([this.#early, chunk]);
    const end = this.#early.indexOf(END_OF_HEADERS);
    if (end === -1) return;
    const answer = this.#early.toString('latin1', 0, end);
    if (answer.startsWith('HTTP/1.1 101')) this.#upgraded.resolve();
    else this.#fail(`the upgrade was answered with “${answer.split('\r\n')[0]}”`);
  }

  #handOver(): void {
    const early = this.#early ?? Buffer.alloc(0);
    this.#early = null;
    this.#receive(early.subarray(early.indexOf(END_OF_HEADERS) + END_OF_HEADERS.length));
  }

  #fail(reason: string): void {
    this.#upgraded.reject(new Error(reason));
    this.#socket.destroy();
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
