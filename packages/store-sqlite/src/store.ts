import { StoreError } from '@indelible/store';
import type { Catalog, UpdateLog } from '@indelible/store';

import type { ReaderCalls, WriterCalls } from './calls.ts';
import { createCatalog } from './catalog.ts';
import { prepareFolder } from './preparing.ts';
import type { ThreadOptions } from './thread-options.ts';
import { startThread } from './thread.ts';
import type { Thread } from './thread.ts';
import { createUpdateLog } from './update-log.ts';

export interface SqliteStoreOptions {
  /** Path of the database; its folder is made if there is none. `<file>.lock`, `-wal` and `-shm` are beside it. */
  readonly file: string;
  /**
   * Bytes the database file may have; beyond it writing fails with `full`. The write-ahead log comes
   * on top: about 4 MiB, for a while 16. 0, the default: as long as the disk has room.
   */
  readonly maxBytes?: number;
  /** Bytes up to which a file is read through for damage when it is opened. Default 256 MiB (under a second). */
  readonly checkUpTo?: number;
}

export interface SqliteStore extends AsyncDisposable {
  readonly log: UpdateLog;
  readonly catalog: Catalog;
}

/** The two threads behind a store, until it is closed. */
export interface Threads {
  /** @throws {StoreError} `closed` */
  writer(): Thread<WriterCalls>;
  /** @throws {StoreError} `closed` */
  reader(): Thread<ReaderCalls>;
}

const WRITER = new URL('./writer-thread.ts', import.meta.url);
const READER = new URL('./reader-thread.ts', import.meta.url);
const DEFAULTS = { maxBytes: 0, checkUpTo: 256 * 1024 * 1024 };

/**
 * Opens the store in a file, which is made if there is none. The only write connection lives in one
 * worker thread and a read connection in another, so neither a keystroke nor the opening of a
 * document waits for an fsync.
 *
 * @throws {StoreError} whose message is one sentence that names the file; the file is then untouched.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const file = prepareFolder(options.file);
  const threadOptions: ThreadOptions = { ...DEFAULTS, ...options, file };
  const writer = startThread<WriterCalls>(WRITER, threadOptions);
  const reader = startThread<ReaderCalls>(READER, threadOptions);
  try {
    await writer.open();
    await reader.open();
  } catch (error) {
    await stop(reader, writer);
    throw error;
  }

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= stop(reader, writer));
  const open = <T>(thread: T): T => {
    if (closing) throw new StoreError('closed', `${file} is closed`);
    return thread;
  };
  const threads: Threads = { writer: () => open(writer), reader: () => open(reader) };
  return {
    log: { ...createUpdateLog(threads), [Symbol.asyncDispose]: close },
    catalog: createCatalog(threads),
    [Symbol.asyncDispose]: close,
  };
}

/** The writer goes last: the last connection to close empties the write-ahead log into the file. */
async function stop(reader: Thread<ReaderCalls>, writer: Thread<WriterCalls>): Promise<void> {
  await reader.stop();
  await writer.stop();
}
