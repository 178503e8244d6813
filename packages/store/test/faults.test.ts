import { expect, test } from 'vitest';

import { parseRoomName } from '@indelible/protocol';
import type { DocumentId } from '@indelible/protocol';
import { createMemoryStore } from '@indelible/store';
import type { Append } from '@indelible/store';

const document = parseRoomName('a') ?? failed();
const row: Append = { document, author: 'ada', at: 1, update: new Uint8Array([0, 0]) };

test('a planned failure changes nothing and happens once', async () => {
  await using store = createMemoryStore();
  store.faults.failNext('append', { code: 'full' });
  await expect(store.log.append([row])).rejects.toMatchObject({ code: 'full' });
  expect(await store.log.load(document)).toBeNull();
  expect(await store.log.append([row])).toMatchObject([{ document, seq: 1 }]);
});

test('a failure that was done all the same leaves the rows there', async () => {
  await using store = createMemoryStore();
  store.faults.failNext('append', { code: 'ambiguous', done: true });
  await expect(store.log.append([row])).rejects.toMatchObject({ code: 'ambiguous' });
  expect((await store.log.load(document))?.rows.length).toBe(1);
});

test('a lasting failure lasts until it is healed, and only for its operation', async () => {
  await using store = createMemoryStore();
  store.faults.fail('load', { code: 'io' });
  for (let time = 0; time < 3; time++) {
    await expect(store.log.load(document)).rejects.toMatchObject({ code: 'io' });
  }
  expect(await store.log.append([row])).toMatchObject([{ document, seq: 1 }]);
  store.faults.heal('load');
  expect((await store.log.load(document))?.rows.length).toBe(1);
});

test('a held append has not happened until it is released', async () => {
  await using store = createMemoryStore();
  const hold = store.faults.hold('append');
  const appending = store.log.append([row]);
  await hold.reached;
  expect(await store.log.load(document)).toBeNull();
  hold.release();
  expect(await appending).toMatchObject([{ document, seq: 1 }]);
  expect(await store.log.append([row])).toMatchObject([{ document, seq: 2 }]);
});

function failed(): DocumentId {
  throw new Error('the id of this test is no id');
}
