import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { readUint } from '@indelible/protocol';

import { Content, readLength, readText, scanContent } from './content-scan.ts';
import {
  CONTENT_BITS,
  GC,
  HAS_ORIGIN,
  HAS_PARENT_SUB,
  HAS_RIGHT_ORIGIN,
  SKIP,
} from './struct-info.ts';

interface Id {
  readonly client: number;
  readonly clock: number;
}

/** What of a struct matters here; the rest are its bytes. */
interface Struct {
  readonly origin: Id | null;
  /** The encoded right origin, empty if there is none. */
  readonly rightOrigin: Uint8Array;
  /** Everything but the text. */
  readonly head: Uint8Array;
  /** UTF-8, in pieces, if it is text in a sequence. */
  readonly text: Uint8Array[] | null;
  /** How many clocks it takes. */
  readonly length: number;
}

const NOTHING = new Uint8Array();

/**
 * Makes one item of letters that were typed one after the other, which Yjs does within a document but not
 * where it merges updates. It is the inverse of what Yjs does when it splits an item (`splitItem` in
 * `structs/Item.js`), so nothing changes but the size: some fifteen bytes of a letter become one.
 *
 * @param update valid, of format V1; if there is nothing to join, the same is returned.
 */
export function joinItems(update: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(update);
  const encoder = encoding.createEncoder();
  const clients = readUint(decoder);
  encoding.writeVarUint(encoder, clients);
  let joined = 0;
  for (let i = 0; i < clients; i++) joined += joinBlock(decoder, encoder);
  if (joined === 0) return update;
  encoding.writeUint8Array(encoder, update.subarray(decoder.pos));
  return encoding.toUint8Array(encoder);
}

/** @returns how many items were joined to the one before. */
function joinBlock(decoder: decoding.Decoder, encoder: encoding.Encoder): number {
  const count = readUint(decoder);
  const client = readUint(decoder);
  const first = readUint(decoder);
  const structs: Struct[] = [];
  let clock = first;
  for (let i = 0; i < count; i++) {
    const struct = readStruct(decoder);
    const last = structs.at(-1);
    if (last !== undefined && follows(struct, last, { client, clock: clock - 1 })) {
      last.text?.push(...(struct.text ?? []));
    } else structs.push(struct);
    clock += struct.length;
  }
  encoding.writeVarUint(encoder, structs.length);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, first);
  for (const struct of structs) writeStruct(encoder, struct);
  return count - structs.length;
}

/** True if a struct is what splitting would have left behind the one before it, which ends with `end`. */
function follows(struct: Struct, before: Struct, end: Id): boolean {
  if (struct.text === null || before.text === null) return false;
  if (struct.origin?.client !== end.client || struct.origin.clock !== end.clock) return false;
  const { rightOrigin } = struct;
  return (
    rightOrigin.length === before.rightOrigin.length &&
    rightOrigin.every((byte, index) => byte === before.rightOrigin[index])
  );
}

function readStruct(decoder: decoding.Decoder): Struct {
  const start = decoder.pos;
  const info = decoding.readUint8(decoder);
  if (info === GC || info === SKIP) {
    const length = readLength(decoder);
    const head = since(decoder, start);
    return { origin: null, rightOrigin: NOTHING, head, text: null, length };
  }
  const origin = (info & HAS_ORIGIN) === 0 ? null : readId(decoder);
  const atRightOrigin = decoder.pos;
  if ((info & HAS_RIGHT_ORIGIN) !== 0) readId(decoder);
  const rightOrigin = since(decoder, atRightOrigin);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) skipParent(decoder, info);
  const content = info & CONTENT_BITS;
  if (content === Content.string && (info & HAS_PARENT_SUB) === 0) {
    const head = since(decoder, start);
    const atText = decoder.pos;
    const text = [decoding.readVarUint8Array(decoder)];
    decoder.pos = atText;
    return { origin, rightOrigin, head, text, length: readText(decoder).length };
  }
  const length = scanContent(decoder, content);
  return { origin, rightOrigin, head: since(decoder, start), text: null, length };
}

function writeStruct(encoder: encoding.Encoder, { head, text }: Struct): void {
  encoding.writeUint8Array(encoder, head);
  if (text === null) return;
  const bytes = text.reduce((sum, { length }) => sum + length, 0);
  encoding.writeVarUint(encoder, bytes);
  for (const piece of text) encoding.writeUint8Array(encoder, piece);
}

const readId = (decoder: decoding.Decoder): Id => ({
  client: readUint(decoder),
  clock: readUint(decoder),
});

function skipParent(decoder: decoding.Decoder, info: number): void {
  if (readUint(decoder) === 1) decoding.readVarUint8Array(decoder);
  else readId(decoder);
  if ((info & HAS_PARENT_SUB) !== 0) decoding.readVarUint8Array(decoder);
}

const since = ({ arr, pos }: decoding.Decoder, start: number): Uint8Array =>
  arr.subarray(start, pos);
