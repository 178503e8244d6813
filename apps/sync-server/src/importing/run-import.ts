import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { engineSettings } from '@indelible/gateway';
import { Rooms } from '@indelible/rooms';
import { openSqliteStore } from '@indelible/store-sqlite';

import type { Config } from '../config.ts';
import { DATABASE_FILE, NO_SCHEMA } from '../sync-server.ts';
import { openHocuspocus } from './hocuspocus.ts';
import { importDocuments, type ImportResult } from './import-documents.ts';
import type { Source } from './source.ts';
import { openLevelDb } from './y-leveldb.ts';

const USAGE = `Copies all documents of another server into the sync server's data. Stop both servers first.

  import.ts y-leveldb  <folder>   what y-websocket-server kept with YPERSISTENCE
  import.ts hocuspocus <file>     what Hocuspocus kept with its SQLite extension

  --skip-existing   leave out rooms that are here already, instead of refusing everything

DATA_DIR is where the sync server keeps its data.`;

/** The arguments make no sense; the message is the usage. */
export class UsageError extends Error {}

/**
 * @param tell gets a line for each document that can't be imported.
 * @throws {UsageError}; otherwise an error whose message is one line.
 */
export async function runImport(
  args: readonly string[],
  config: Config,
  tell: (line: string) => void,
): Promise<ImportResult> {
  const { kind, path, skipsExisting } = readArguments(args);
  await using source: Source =
    kind === 'y-leveldb' ? await openLevelDb(path) : openHocuspocus(path);
  const file = join(config.DATA_DIR, DATABASE_FILE);
  await using store = await openSqliteStore({ file, maxBytes: config.MAX_DATABASE_BYTES });
  const told = (fields: object, message: string): void =>
    tell('err' in fields ? `${message}: ${String(fields.err)}` : message);
  const logger = { info: () => {}, warn: told, error: told };
  // A room that is done with is folded and closed at once; they may be many.
  const settings = { ...engineSettings(config, NO_SCHEMA).rooms, closeAfter: 0 };
  await using rooms = new Rooms({ log: store.log, logger, settings });
  const onFailure = (name: string, reason: string): void =>
    tell(`${JSON.stringify(name)} can’t be imported: ${reason}`);
  return await importDocuments({ source, rooms, skipsExisting, onFailure });
}

interface Arguments {
  readonly kind: 'y-leveldb' | 'hocuspocus';
  readonly path: string;
  readonly skipsExisting: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const options = { 'skip-existing': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options,
    });
    const [kind, path, ...more] = positionals;
    const isKnown = kind === 'y-leveldb' || kind === 'hocuspocus';
    if (!isKnown || path === undefined || more.length > 0) throw new UsageError(USAGE);
    return { kind, path, skipsExisting: values['skip-existing'] };
  } catch {
    throw new UsageError(USAGE);
  }
}
