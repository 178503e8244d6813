import * as buffer from 'lib0/buffer';

import { MalformedFrame } from './malformed-frame.ts';

/**
 * A line over plain HTTP, for networks that block WebSockets: the same frames, down as server-sent
 * events, up as requests beside them. Every request goes to the address a WebSocket would be opened at.
 *
 *     down  POST, Accept: text/event-stream        → 200, an answer that lasts as long as the line
 *             event: line   data: <id>                 first; whoever knows the id may send on this line
 *             data: <base64>                           a frame; one event may bring several, a line each
 *             event: ping   data:                      to be answered by a piece, if need be an empty one
 *             event: close  data: <code> <reason>      last: what a WebSocket’s close frame says
 *     up    POST, Indelible-Line: <id>, Indelible-Piece: <n>, application/octet-stream   → 204
 *             pieces 1, 2, 3 … put together are  { uint32(length, big-endian) frame };  length 0: goodbye
 *
 * A line is opened by POST because only then does a browser always say where the page is from, as with
 * a WebSocket. Pieces are sent one at a time, and one whose answer got lost is sent again as it was: what
 * has been taken is not taken again. They end anywhere, also within a frame, because proxies limit how
 * large a request may be and servers how long it may take. A line never outlives its answer.
 */
export type DownEvent =
  | { readonly type: 'line'; readonly id: string }
  | { readonly type: 'frames'; readonly frames: readonly Uint8Array[] }
  | { readonly type: 'ping' }
  | { readonly type: 'close'; readonly code: number; readonly reason: string };

export const DOWN_TYPE = 'text/event-stream';
export const UP_TYPE = 'application/octet-stream';
export const LINE_HEADER = 'indelible-line';
export const PIECE_HEADER = 'indelible-piece';
/** Bytes: the longest piece. */
export const MAX_PIECE = 256 * 1024;

/** Bytes. */
const PREFIX = 4;
/** More parts of one frame are put together before it is whole: many small ones cost more than their bytes. */
const MOST_PARTS = 256;

export function encodeDown(event: DownEvent): string {
  switch (event.type) {
    case 'line':
      return `event: line\ndata: ${event.id}\n\n`;
    case 'frames':
      return `${event.frames.map((frame) => `data: ${buffer.toBase64(frame)}\n`).join('')}\n`;
    case 'ping':
      return 'event: ping\ndata:\n\n';
    case 'close':
      return `event: close\ndata: ${event.code} ${event.reason.replaceAll(/[\r\n]+/g, ' ')}\n\n`;
  }
}

/** Reads events out of a text that comes in pieces. Those of a type nobody knows are passed over. */
export class DownReader {
  /** The beginning of a line. */
  #rest: string[] = [];
  #type = '';
  #data: string[] = [];

  /** @throws {MalformedFrame} */
  push(text: string): DownEvent[] {
    const events: DownEvent[] = [];
    const lines = text.split('\n');
    const unfinished = lines.pop() ?? '';
    for (const end of lines) {
      const line = this.#rest.length === 0 ? end : [...this.#rest, end].join('');
      this.#rest = [];
      const event = this.#read(line.endsWith('\r') ? line.slice(0, -1) : line);
      if (event !== null) events.push(event);
    }
    if (unfinished !== '') this.#rest.push(unfinished);
    return events;
  }

  #read(line: string): DownEvent | null {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#type = value;
    if (field === 'data') this.#data.push(value);
    return null;
  }

  #finish(): DownEvent | null {
    const [type, data] = [this.#type, this.#data];
    this.#type = '';
    this.#data = [];
    const [first] = data;
    if (first === undefined) return null;
    switch (type) {
      case '':
        return { type: 'frames', frames: data.map(decodeFrame64) };
      case 'line':
        return { type: 'line', id: first };
      case 'ping':
        return { type: 'ping' };
      case 'close': {
        const [, code, reason = ''] = /^(\d{4})(?: (.*))?$/.exec(first) ?? [];
        if (code === undefined) throw new MalformedFrame('a close without a code');
        return { type: 'close', code: Number(code), reason };
      }
      default:
        return null;
    }
  }
}

/** Not lib0's, which in a worker takes itself for Node. */
function decodeFrame64(text: string): Uint8Array<ArrayBuffer> {
  let characters: string;
  try {
    characters = atob(text);
  } catch (cause) {
    throw new MalformedFrame('a frame that is no base64', { cause });
  }
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** A frame as it goes into the stream of pieces; an empty one says goodbye. */
export function encodeUp(frame: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PREFIX + frame.length);
  new DataView(bytes.buffer).setUint32(0, frame.length);
  bytes.set(frame, PREFIX);
  return bytes;
}

/** A frame that is longer than the reader was told to take. */
export class FrameTooLong extends Error {
  readonly code = 'FRAME_TOO_LONG';
}

/** Puts frames together out of pieces. */
export class UpReader {
  readonly #maxFrame: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  /** @param maxFrame bytes */
  constructor(maxFrame: number) {
    this.#maxFrame = maxFrame;
  }

  /**
   * The frames that end in this piece, an empty one for goodbye. They may be views into it.
   *
   * @throws {FrameTooLong} after those before it.
   */
  *push(piece: Uint8Array): Generator<Uint8Array, void> {
    this.#parts.push(piece);
    this.#length += piece.length;
    if (this.#parts.length > MOST_PARTS) this.#peek(this.#length);
    for (;;) {
      if (this.#length < PREFIX) return;
      const prefix = this.#peek(PREFIX);
      const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(0);
      if (length > this.#maxFrame) throw new FrameTooLong(`a frame of ${length} bytes`);
      if (this.#length < PREFIX + length) return;
      const frame = this.#peek(PREFIX + length).subarray(PREFIX, PREFIX + length);
      this.#skip(PREFIX + length);
      yield frame;
    }
  }

  /** At least so many bytes in one piece. */
  #peek(bytes: number): Uint8Array {
    const [first] = this.#parts;
    if (first !== undefined && first.length >= bytes) return first;
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      joined.set(part, at);
      at += part.length;
    }
    this.#parts = [joined];
    return joined;
  }

  #skip(bytes: number): void {
    const [first, ...others] = this.#parts;
    const rest = first?.subarray(bytes);
    this.#parts = rest === undefined || rest.length === 0 ? others : [rest, ...others];
    this.#length -= bytes;
  }
}
