import * as decoding from 'lib0/decoding';

/** A run of clocks of one client: `clock` is the first, `length` how many. */
export interface ClockRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

const GC = 0;
const DELETED = 1;
const STRING = 4;
const SKIP = 10;

const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_PARENT_SUB = 0b0010_0000;
const CONTENT_BITS = 0b0001_1111;

/**
 * Which letters an update of format V1 carries. It knows what plain text consists of and nothing else.
 *
 * @throws {Error} on other content and on truncation.
 */
export function readStructRuns(update: Uint8Array): ClockRun[] {
  const decoder = decoding.createDecoder(update);
  const runs: ClockRun[] = [];
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    readBlock(decoder, runs);
  }
  return runs;
}

function readBlock(decoder: decoding.Decoder, runs: ClockRun[]): void {
  const structs = decoding.readVarUint(decoder);
  const client = decoding.readVarUint(decoder);
  let clock = decoding.readVarUint(decoder);
  let start = clock;
  for (let i = 0; i < structs; i++) {
    const info = decoding.readUint8(decoder);
    const length =
      info === GC || info === SKIP ? decoding.readVarUint(decoder) : readItem(decoder, info);
    if (info === SKIP) {
      if (clock > start) runs.push({ client, clock: start, length: clock - start });
      start = clock + length;
    }
    clock += length;
  }
  if (clock > start) runs.push({ client, clock: start, length: clock - start });
}

/** @returns how many clocks the item takes. */
function readItem(decoder: decoding.Decoder, info: number): number {
  if ((info & HAS_ORIGIN) !== 0) skipId(decoder);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) skipId(decoder);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(decoder) === 1) decoding.readVarUint8Array(decoder);
    else skipId(decoder);
    if ((info & HAS_PARENT_SUB) !== 0) decoding.readVarUint8Array(decoder);
  }
  switch (info & CONTENT_BITS) {
    case STRING:
      return utf16Length(decoding.readVarUint8Array(decoder));
    case DELETED:
      return decoding.readVarUint(decoder);
    default:
      throw new Error(`an update with content of kind ${info & CONTENT_BITS}`);
  }
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

/** Yjs counts UTF-16 units: one for each character, two for those that take four bytes. */
function utf16Length(text: Uint8Array): number {
  let length = 0;
  for (const byte of text) {
    if ((byte & 0b1100_0000) !== 0b1000_0000) length += byte >= 0b1111_0000 ? 2 : 1;
  }
  return length;
}
