import { describe, expect } from 'vitest';

import type { StoreTest } from './store-fixture.ts';
import { createWriter, documentId, fold, placesOf, rowOf, snapshotOf, textOf } from './writing.ts';

const a = documentId('a');
const b = documentId('b');

/** Rows in, rows out. */
export function describeAppending(storeTest: StoreTest): void {
  describe('appending', () => {
    storeTest(
      'numbers the rows of each document from 1, in the order of the batch',
      async (store) => {
        const [one, two] = [createWriter(1), createWriter(2)];
        const first = await store.log.append([
          rowOf(a, one.write('1')),
          rowOf(b, two.write('1')),
          rowOf(a, one.write('2')),
        ]);
        const second = await store.log.append([rowOf(b, two.write('2')), rowOf(a, one.write('3'))]);
        expect(placesOf([...first, ...second])).toEqual([
          { document: a, seq: 1 },
          { document: b, seq: 1 },
          { document: a, seq: 2 },
          { document: b, seq: 2 },
          { document: a, seq: 3 },
        ]);
      },
    );

    storeTest('goes on counting after it was opened again', async (store) => {
      const writer = createWriter();
      await store.log.append([rowOf(a, writer.write('before'))]);
      await store.reopen();
      expect(placesOf(await store.log.append([rowOf(a, writer.write(' after'))]))).toEqual([
        { document: a, seq: 2 },
      ]);
      const stored = await store.log.load(a);
      expect(stored && textOf(fold(stored))).toBe('before after');
    });

    storeTest('gives every one of many appends at once a number of its own', async (store) => {
      const writer = createWriter();
      const updates = Array.from({ length: 50 }, (_, n) => writer.write(`${n} `));
      const results = await Promise.all(
        updates.map((update) => store.log.append([rowOf(a, update)])),
      );
      expect(results.flat().map(({ seq }) => seq)).toEqual(updates.map((_, n) => n + 1));
    });

    storeTest('takes an empty batch for nothing', async (store) => {
      expect(await store.log.append([])).toEqual([]);
    });

    storeTest('appends all of a batch or none of it', async (store) => {
      const writer = createWriter();
      await store.log.append([rowOf(a, writer.write('kept'))]);
      const lost = writer.write(' lost');
      for (const invalid of [
        rowOf(b, new Uint8Array()),
        rowOf(b, lost, { at: 0.5 }),
        rowOf(b, lost, { author: '\ud800' }),
      ]) {
        const appending = store.log.append([rowOf(a, lost), rowOf(b, lost), invalid]);
        await expect(appending).rejects.toMatchObject({ name: 'StoreError', code: 'invalid' });
      }
      expect((await store.log.readAfter(a, 0)).length).toBe(1);
      expect(await store.log.load(b)).toBeNull();
      expect(placesOf(await store.log.append([rowOf(a, lost)]))).toEqual([{ document: a, seq: 2 }]);
    });

    storeTest('gives back author, time and bytes as they were', async (store) => {
      const row = rowOf(a, createWriter().write('ŵörds ✍'), { author: 'Ada – ✍', at: 1 });
      const nameless = rowOf(a, createWriter(2).write('x'.repeat(100_000)), { author: '' });
      await store.log.append([row, nameless]);
      await store.reopen();
      expect(await store.log.readAfter(a, 0)).toEqual([
        { ...row, seq: 1 },
        { ...nameless, seq: 2 },
      ]);
    });
  });

  describe('loading', () => {
    storeTest('knows nothing of a document that was never written to', async (store) => {
      expect(await store.log.load(a)).toBeNull();
      expect(await store.log.readAfter(a, 0)).toEqual([]);
    });

    storeTest('tells when the newest row was appended, folded or not', async (store) => {
      const writer = createWriter();
      await store.log.append([rowOf(a, writer.write('1'), { at: 10 })]);
      await store.log.append([rowOf(a, writer.write('2'), { at: 7 })]);
      expect((await store.log.load(a))?.at).toBe(7);
      await store.log.compact(a, 0, snapshotOf(writer.doc, 2));
      await store.reopen();
      expect((await store.log.load(a))?.at).toBe(7);
      await store.log.append([rowOf(a, writer.write('3'), { at: 8 })]);
      expect((await store.log.load(a))?.at).toBe(8);
    });

    storeTest('tells documents with similar names apart', async (store) => {
      const names = ['x', 'X', 'x ', ' x', 'x%', 'é', 'e\u0301'].map(documentId);
      for (const [n, name] of names.entries()) {
        await store.log.append([rowOf(name, createWriter().write(`${n}`))]);
      }
      for (const [n, name] of names.entries()) {
        const stored = await store.log.load(name);
        expect(stored && textOf(fold(stored))).toBe(`${n}`);
      }
    });

    storeTest('keeps the epoch of a document, which no other document has (I9)', async (store) => {
      await store.log.append([
        rowOf(a, createWriter().write('a')),
        rowOf(b, createWriter().write('b')),
      ]);
      const before = [await store.log.load(a), await store.log.load(b)].map((s) => s?.epoch);
      expect(new Set(before).size).toBe(2);
      expect(before).not.toContain('');
      await store.reopen();
      await store.log.append([rowOf(a, createWriter(2).write('c'))]);
      expect([await store.log.load(a), await store.log.load(b)].map((s) => s?.epoch)).toEqual(
        before,
      );
    });

    storeTest('neither keeps the bytes it was given nor gives away its own', async (store) => {
      const update = createWriter().write('indelible');
      const original = update.slice();
      const appending = store.log.append([rowOf(a, update)]);
      update.fill(0);
      await appending;
      for (let time = 0; time < 2; time++) {
        const stored = await store.log.load(a);
        const rows = [...(stored?.rows ?? []), ...(await store.log.readAfter(a, 0))];
        expect(rows.map((row) => row.update)).toEqual([original, original]);
        for (const row of rows) row.update.fill(0);
      }
    });
  });

  describe('an epoch', () => {
    storeTest('is told with every row, from the first on (I9)', async (store) => {
      const writer = createWriter();
      const [first] = await store.log.append([rowOf(a, writer.write('1'))]);
      await store.reopen();
      const [second] = await store.log.append([rowOf(a, writer.write('2'))]);
      const stored = await store.log.load(a);
      expect(stored?.epoch).toBeTruthy();
      expect([first?.epoch, second?.epoch]).toEqual([stored?.epoch, stored?.epoch]);
    });

    storeTest('takes no row of another one, but those of its own beside it (I9)', async (store) => {
      const [one, two] = [createWriter(1), createWriter(2)];
      const made = await store.log.append([rowOf(a, one.write('1')), rowOf(b, two.write('1'))]);
      const epoch = made[1]?.epoch ?? '';
      const appended = await store.log.append([
        { ...rowOf(a, one.write('2')), epoch: 'another' },
        { ...rowOf(b, two.write('2')), epoch },
        { ...rowOf(documentId('gone'), one.write('3')), epoch: 'another' },
      ]);
      expect(appended).toEqual([
        { document: a, epoch: null, seq: null },
        { document: b, epoch, seq: 2 },
        { document: documentId('gone'), epoch: null, seq: null },
      ]);
      expect((await store.log.load(a))?.rows.length).toBe(1);
      expect((await store.log.load(b))?.rows.length).toBe(2);
      expect(await store.log.load(documentId('gone'))).toBeNull();
    });

    storeTest('takes no snapshot of another one (I9)', async (store) => {
      const writer = createWriter();
      const [made] = await store.log.append([rowOf(a, writer.write('1'))]);
      const snapshot = snapshotOf(writer.doc, 1);
      expect(await store.log.compact(a, 0, { ...snapshot, epoch: 'another' })).toBe(false);
      expect((await store.log.load(a))?.snapshot).toBeNull();
      expect(await store.log.compact(a, 0, { ...snapshot, epoch: made?.epoch ?? '' })).toBe(true);
      expect((await store.log.load(a))?.snapshot).toEqual(snapshot);
    });
  });

  describe('closing', () => {
    storeTest('finishes what was asked and refuses the rest', async (store) => {
      const { log } = store;
      const writer = createWriter();
      const asked = [
        log.append([rowOf(a, writer.write('1'))]),
        log.append([rowOf(a, writer.write('2'))]),
      ];
      await store.reopen();
      expect((await Promise.all(asked)).flat().map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await store.log.readAfter(a, 0)).length).toBe(2);
      const late = [log.append([rowOf(a, writer.write('3'))]), log.load(a), log.readAfter(a, 0)];
      for (const call of late) await expect(call).rejects.toMatchObject({ code: 'closed' });
    });

    storeTest('closes as often as it is asked to, by the log as by the store', async (store) => {
      const { log } = store;
      await Promise.all([log[Symbol.asyncDispose](), log[Symbol.asyncDispose]()]);
      await log[Symbol.asyncDispose]();
      await expect(store.catalog.list()).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
