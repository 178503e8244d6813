import * as decoding from 'lib0/decoding';

import { readUint } from '@indelible/protocol';

import { MAX_DEPTH, parseJson } from './json.ts';
import { MalformedUpdate } from './malformed-update.ts';

/** One past the greatest clock we keep. A clock counts keystrokes; a greater one is an attack. */
export const MAX_CLOCK = 2 ** 32;

/** Content numbers of update format V1. Source: yjs 13.6 `structs/Item.js`. */
export const Content = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
} as const;

/** Kinds of value in lib0's `Any` encoding. Source: lib0 `decoding.js`, `readAny`. */
const Any = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  bigint: 122,
  false: 121,
  true: 120,
  string: 119,
  object: 118,
  array: 117,
  bytes: 116,
} as const;

/**
 * Options of a subdocument that would replace a part of the `Y.Doc` made for it: a guid that is no
 * text makes Yjs throw when it writes the item again.
 */
const FORBIDDEN_OPTIONS = new Set(['guid', 'gcFilter']);

/**
 * Reads the content of an item.
 *
 * @returns how many clocks it takes.
 * @throws {MalformedUpdate} or what lib0 throws on truncation.
 */
export function scanContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case Content.deleted:
      return readLength(decoder);
    case Content.json:
      return times(decoder, () => scanJson(readText(decoder), true));
    case Content.string:
      return scanText(decoder);
    case Content.any:
      return times(decoder, () => scanAny(decoder, 0));
    default:
      scanSingle(decoder, content);
      return 1;
  }
}

/** Contents that take one clock. */
function scanSingle(decoder: decoding.Decoder, content: number): void {
  switch (content) {
    case Content.binary:
      decoding.readVarUint8Array(decoder);
      break;
    case Content.embed:
      scanJson(readText(decoder), false);
      break;
    case Content.format:
      readText(decoder);
      scanJson(readText(decoder), false);
      break;
    case Content.type:
      scanType(decoder);
      break;
    case Content.doc:
      readText(decoder);
      scanOptions(decoder);
      break;
    default:
      throw new MalformedUpdate(`unknown content ${content}`);
  }
}

/** Reads a number of clocks; none at all would make Yjs lose its place. */
export function readLength(decoder: decoding.Decoder): number {
  const length = readUint(decoder);
  if (length === 0 || length > MAX_CLOCK) throw new MalformedUpdate('length out of range');
  return length;
}

/** Throws on invalid UTF-8, as Yjs does. */
export const readText = (decoder: decoding.Decoder): string => decoding.readVarString(decoder);

function times(decoder: decoding.Decoder, scan: () => void): number {
  const count = readLength(decoder);
  for (let i = 0; i < count; i++) scan();
  return count;
}

function scanText(decoder: decoding.Decoder): number {
  const { length } = readText(decoder);
  if (length === 0) throw new MalformedUpdate('empty text');
  return length;
}

function scanJson(text: string, orUndefined: boolean): void {
  if (!orUndefined || text !== 'undefined') parseJson(text);
}

/** Array, map, text, XML element, fragment, hook, XML text; elements and hooks have a name. */
function scanType(decoder: decoding.Decoder): void {
  const type = readUint(decoder);
  if (type > 6) throw new MalformedUpdate(`unknown type ${type}`);
  if (type === 3 || type === 5) readText(decoder);
}

function scanOptions(decoder: decoding.Decoder): void {
  if (decoding.readUint8(decoder) !== Any.object) {
    throw new MalformedUpdate('a subdocument without options');
  }
  for (const key of scanObject(decoder, 0)) {
    if (FORBIDDEN_OPTIONS.has(key)) throw new MalformedUpdate(`subdocument option ${key}`);
  }
}

/** lib0's own reader recurses without a limit. */
function scanAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > MAX_DEPTH) throw new MalformedUpdate('nested too deeply');
  const kind = decoding.readUint8(decoder);
  switch (kind) {
    case Any.undefined:
    case Any.null:
    case Any.false:
    case Any.true:
      return;
    case Any.object:
      scanObject(decoder, depth);
      return;
    case Any.array:
      for (let left = readUint(decoder); left > 0; left--) scanAny(decoder, depth + 1);
      return;
    default:
      scanScalar(decoder, kind);
  }
}

function scanScalar(decoder: decoding.Decoder, kind: number): void {
  switch (kind) {
    case Any.integer:
      decoding.readVarInt(decoder);
      break;
    case Any.float32:
      decoding.readFloat32(decoder);
      break;
    case Any.float64:
      decoding.readFloat64(decoder);
      break;
    case Any.bigint:
      decoding.readBigInt64(decoder);
      break;
    case Any.string:
      readText(decoder);
      break;
    case Any.bytes:
      decoding.readVarUint8Array(decoder);
      break;
    default:
      throw new MalformedUpdate(`unknown value ${kind}`);
  }
}

/**
 * lib0 assigns what it reads, so a key `__proto__` would choose the object's prototype; with that of
 * a `Uint8Array`, the value could be read but never written again.
 *
 * @returns the keys.
 */
function scanObject(decoder: decoding.Decoder, depth: number): string[] {
  const keys: string[] = [];
  for (let left = readUint(decoder); left > 0; left--) {
    const key = readText(decoder);
    if (key === '__proto__') throw new MalformedUpdate('key __proto__');
    keys.push(key);
    scanAny(decoder, depth + 1);
  }
  return keys;
}
