import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

import { readConfig } from '../src/config.ts';
import type { ImportResult } from '../src/importing/import-documents.ts';
import { runImport, UsageError } from '../src/importing/run-import.ts';
import { Running } from './running.ts';

const HOLDER = fileURLToPath(new URL('./hold-leveldb.ts', import.meta.url));
const PATIENCE = { timeout: 10_000 };

async function folderOf(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `indelible-${name}-`));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A document that was typed letter by letter, with some taken back; its updates and what is left. */
function typed(text: string): {
  readonly updates: readonly Uint8Array[];
  readonly whole: Uint8Array;
} {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of `${text}!!`) doc.getText('text').insert(doc.getText('text').length, letter);
  doc.getText('text').delete(text.length, 2);
  return { updates, whole: Y.encodeStateAsUpdate(doc) };
}

/** What the table of Hocuspocus' extension looks like, filled with documents. */
async function hocuspocusFile(documents: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const file = join(await folderOf('hocuspocus'), 'db.sqlite');
  const database = new Database(file);
  database.exec(
    'CREATE TABLE documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))',
  );
  const insert = database.prepare('INSERT INTO documents (name, data) VALUES (?, ?)');
  for (const [name, data] of Object.entries(documents)) insert.run(name, data);
  database.close();
  return file;
}

interface Done extends ImportResult {
  readonly told: readonly string[];
}

async function run(folder: string, ...args: readonly string[]): Promise<Done> {
  const told: string[] = [];
  const config = readConfig({ DATA_DIR: folder });
  const result = await runImport(args, config, (line) => told.push(line));
  return { ...result, told };
}

async function expectRooms(folder: string, rooms: Readonly<Record<string, string>>): Promise<void> {
  await using server = await Running.start({ DATA_DIR: folder });
  for (const [room, text] of Object.entries(rooms)) {
    const { doc } = server.open(room);
    await vi.waitFor(
      () => expect([room, doc.getText('text').toJSON()]).toEqual([room, text]),
      PATIENCE,
    );
  }
}

describe('what y-leveldb has kept', () => {
  it('is imported whole, long logs and flushed ones alike, under the names that people see', async () => {
    const from = await folderOf('leveldb');
    const persistence = new LeveldbPersistence(from);
    const long = 'x'.repeat(700);
    for (const [name, text] of [
      ['plain', 'one'],
      ['a%20b%2Fc', 'two'],
      ['100%', 'three'],
      ['long', long],
    ] as const) {
      for (const update of typed(text).updates) await persistence.storeUpdate(name, update);
    }
    await persistence.flushDocument('plain');
    await persistence.storeUpdate('empty', Uint8Array.of(0, 0));
    await persistence.destroy();
    const folder = await folderOf('data');
    expect(await run(folder, 'y-leveldb', from)).toEqual({
      imported: 4,
      skipped: 0,
      empty: 1,
      failed: 0,
      told: [],
    });
    await expectRooms(folder, {
      plain: 'one',
      'a b/c': 'two', // A percent sign has to be escaped in a URL.
      '100%25': 'three',
      long,
    });
  });

  it('is left alone while its server runs, and a folder of something else is none', async () => {
    const from = await folderOf('leveldb');
    const persistence = new LeveldbPersistence(from);
    await persistence.storeUpdate('plain', typed('one').whole);
    await persistence.destroy();
    const folder = await folderOf('data');
    const holder = spawn(process.execPath, [HOLDER, from], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await expect(run(folder, 'y-leveldb', from)).rejects.toThrow(/is its server still running\?$/);
    holder.stdin.end();
    await once(holder, 'exit');
    await expect(run(folder, 'y-leveldb', folder)).rejects.toThrow(/is no LevelDB folder$/);
    expect(await run(folder, 'y-leveldb', from)).toMatchObject({ imported: 1 });
  });
});

describe('what Hocuspocus has kept', () => {
  it('is imported whole', async () => {
    const file = await hocuspocusFile({ one: typed('1').whole, 'a b/ü': typed('2').whole });
    const folder = await folderOf('data');
    expect(await run(folder, 'hocuspocus', file)).toMatchObject({ imported: 2, failed: 0 });
    await expectRooms(folder, { one: '1', 'a b/ü': '2' });
  });

  it('is refused before anything is written if a room exists, unless told to leave that out', async () => {
    const first = await hocuspocusFile({ one: typed('1').whole });
    const both = await hocuspocusFile({ one: typed('other').whole, two: typed('2').whole });
    const folder = await folderOf('data');
    await run(folder, 'hocuspocus', first);
    await expect(run(folder, 'hocuspocus', both)).rejects.toThrow(/exist already: "one"$/);
    const { imported, skipped } = await run(folder, 'hocuspocus', both, '--skip-existing');
    expect({ imported, skipped }).toEqual({ imported: 1, skipped: 1 });
    await expectRooms(folder, { one: '1', two: '2' });
  });

  it('is left out and told where it is damaged or incomplete', async () => {
    const { updates, whole } = typed('good');
    const file = await hocuspocusFile({
      good: whole,
      noise: Uint8Array.of(200, 1, 2, 3),
      gap: updates[2] ?? whole,
    });
    const folder = await folderOf('data');
    const { imported, failed, told } = await run(folder, 'hocuspocus', file);
    expect({ imported, failed }).toEqual({ imported: 1, failed: 2 });
    expect(told).toEqual([
      expect.stringMatching(/^"gap" can’t be imported: parts of it are missing$/),
      expect.stringMatching(/^"noise" can’t be imported: /),
    ]);
    await expectRooms(folder, { good: 'good' });
  });

  it('is refused whole if a name can’t be that of a room, or the file is no such file', async () => {
    const file = await hocuspocusFile({ ok: typed('1').whole, 'a\u0000b': typed('2').whole });
    const folder = await folderOf('data');
    await expect(run(folder, 'hocuspocus', file)).rejects.toThrow(/names of rooms: "a\\u0000b"$/);
    const missing = join(folder, 'missing.sqlite');
    await expect(run(folder, 'hocuspocus', missing)).rejects.toThrow(/unable to open/);
  });
});

it.each([[[]], [['y-leveldb']], [['hocuspocus', 'a', 'b']], [['other', 'a']], [['--what']]])(
  '%j is answered with how to use it',
  async (args) => {
    await expect(run('unused', ...args)).rejects.toThrow(UsageError);
  },
);
