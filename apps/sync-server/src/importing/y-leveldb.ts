import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ClassicLevel } from 'classic-level';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import type { Source } from './source.ts';

/** How y-leveldb marks the parts of its keys. */
const TEXT = 0;
const NUMBER = 1;

/**
 * The folder of y-leveldb, which y-websocket-server fills: for each document a key
 * `['v1_sv', name]`, and its updates under `['v1', name, 'update', clock]`.
 *
 * @throws if there is no such folder, or a server still uses it.
 */
export async function openLevelDb(folder: string): Promise<Source> {
  if (!existsSync(join(folder, 'CURRENT'))) throw new Error(`${folder} is no LevelDB folder`);
  const encodings = { keyEncoding: 'view', valueEncoding: 'view' } as const;
  const level = new ClassicLevel<Uint8Array, Uint8Array>(folder, {
    ...encodings,
    createIfMissing: false,
  });
  try {
    await level.open();
  } catch (cause) {
    throw new Error(`${folder} can’t be opened; is its server still running?`, { cause });
  }
  return {
    names: async () => {
      const prefix = keyOf(['v1_sv']);
      const keys = await level.keys(under(prefix, TEXT)).all();
      return keys.map((key) => readText(key.subarray(prefix.length)));
    },
    roomOf: decoded,
    read: async (name) => level.values(under(keyOf(['v1', name, 'update']), NUMBER)).all(),
    [Symbol.asyncDispose]: () => level.close(),
  };
}

/** y-websocket-server takes the path of the URL as it is, percent signs and all. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function keyOf(parts: readonly string[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    encoding.writeUint8(encoder, TEXT);
    encoding.writeVarString(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

/** Every key that goes on with one more part of a kind. */
const under = (prefix: Uint8Array, kind: number): { gte: Uint8Array; lt: Uint8Array } => ({
  gte: Uint8Array.of(...prefix, kind),
  lt: Uint8Array.of(...prefix, kind + 1),
});

function readText(part: Uint8Array): string {
  const decoder = decoding.createDecoder(part);
  decoding.readUint8(decoder);
  return decoding.readVarString(decoder);
}
