import { expect, test } from 'vitest';

import { listLocalDocuments } from '../src/local-documents.ts';
import { settle, until } from './support/turns.ts';
import { contentOf, lineOf, saveOf, textOf, World, write } from './support/world.ts';

test('what is discarded does not come back, whatever still waited to be kept', async () => {
  await using world = new World();
  const provider = world.visit();
  await until(() => contentOf(provider) === 'synced');
  write(provider, 'kept ');
  await until(() => saveOf(provider) === 'saved');
  world.server.type('not kept yet ');
  await until(() => textOf(provider) === 'not kept yet kept ');
  write(provider, 'being kept ');
  await provider.discard();
  provider.page.signal('leaving');
  write(provider, 'after ');
  world.clock.advance(60_000);
  await settle();
  await provider[Symbol.asyncDispose]();
  expect(await listLocalDocuments(world.indexedDB)).toEqual([]);
});

test('a copy of another epoch is kept until it is discarded; then the current document opens', async () => {
  await using world = new World();
  await world.visitOnce('of the first epoch');
  world.server.wipe('epoch-2');
  world.server.type('of the second epoch');
  for (let visit = 0; visit < 2; visit++) {
    const refused = world.visit();
    await until(() => lineOf(refused) === 'disconnected');
    expect(refused.status().connection).toMatchObject({ refusal: 'otherEpoch' });
    expect(textOf(refused)).toBe('of the first epoch');
    if (visit === 1) await refused.discard();
    await refused[Symbol.asyncDispose]();
  }
  const current = world.visit();
  await until(() => contentOf(current) === 'synced');
  expect(textOf(current)).toBe('of the second epoch');
});
