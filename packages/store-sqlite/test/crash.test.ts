import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { openSqliteStore } from '@indelible/store-sqlite';
import type { SqliteStore } from '@indelible/store-sqlite';

import { makeFolder } from './fixture.ts';
import { contentOf, documentId, rowOf } from './rows.ts';

const CYCLES = 12;
const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
/** Another seed kills at other moments. */
const SEED = Number(process.env['FC_SEED'] ?? 20_261_121);

interface Acknowledged {
  readonly document: string;
  readonly seq: number;
  readonly content: string;
}

// A process has to begin again and again, on a machine that may have other things to do.
const PATIENCE = { timeout: 180_000 };

test(
  'I1: no acknowledged row is missing after kill -9, and rows are contiguous (I2)',
  PATIENCE,
  async () => {
    using folder = makeFolder();
    const random = createRandom(SEED);
    const acknowledged: Acknowledged[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const rows = await runUntilKilled(folder.file, 1 + Math.floor(random() * 600));
      expect(rows.length).toBeGreaterThan(0);
      acknowledged.push(...rows);
      await using store = await openSqliteStore({ file: folder.file });
      await expectAll(store, acknowledged);
    }
  },
);

test('a killed process leaves no lock behind', async () => {
  using folder = makeFolder();
  const child = spawn(process.execPath, [CHILD, folder.file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(openSqliteStore({ file: folder.file })).rejects.toMatchObject({ code: 'busy' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await using store = await openSqliteStore({ file: folder.file });
  expect((await store.log.append([rowOf(documentId('other'), 'x')])).length).toBe(1);
});

/** Kills the child once it has acknowledged `after` rows; more may follow until the signal is there. */
async function runUntilKilled(file: string, after: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [CHILD, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const rows: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [document = '', seq, content = ''] = line.split(' ');
    // The last line may have been cut off by the kill.
    if (content.length === 36) rows.push({ document, seq: Number(seq), content });
    if (rows.length === after) child.kill('SIGKILL');
  }
  return rows;
}

async function expectAll(store: SqliteStore, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const document of new Set(acknowledged.map((row) => row.document))) {
    const id = documentId(document);
    const rows = await store.log.readAfter(id, 0);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
    const promised = acknowledged.filter((row) => row.document === document);
    const missing = promised.filter(({ seq, content }) => {
      const row = rows[seq - 1];
      return !row || contentOf(row) !== content;
    });
    expect(missing).toEqual([]);
    const stored = await store.log.load(id);
    expect((stored?.snapshot?.seq ?? 0) + (stored?.rows.length ?? 0)).toBe(rows.length);
  }
}

/** mulberry32 */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
