import { expect, it, vi } from 'vitest';

import { seedUpdate } from '@indelible/document';
import { newDocumentId, type DocumentId } from '@indelible/protocol';
import { systemClock } from '@indelible/rooms';
import { createMemoryStore, type MemoryStore } from '@indelible/store';

import { SearchIndexer } from '../src/search-indexer.ts';
import { startTextJobs, type TextJobs } from '../src/text-jobs.ts';

const PATIENCE = { timeout: 20_000 };

interface Indexing extends AsyncDisposable {
  readonly store: MemoryStore;
  readonly indexer: SearchIndexer;
  /** What the operator was told. */
  readonly reports: string[];
  create(title: string, seed?: Uint8Array): Promise<DocumentId>;
  /** Another process on the same store. */
  again(): SearchIndexer;
}

function indexing(jobs: TextJobs = startTextJobs(systemClock)): Indexing {
  const stack = new AsyncDisposableStack();
  const store = stack.use(createMemoryStore());
  stack.use(jobs);
  const reports: string[] = [];
  const report = (_fields: object, message: string): void => void reports.push(message);
  const logger = { info: report, warn: report, error: report };
  const again = (): SearchIndexer =>
    stack.use(
      new SearchIndexer({
        catalog: store.catalog,
        log: store.log,
        jobs,
        clock: systemClock,
        logger,
      }),
    );
  return {
    store,
    indexer: again(),
    reports,
    again,
    async create(title, seed = seedUpdate(title)) {
      const id = newDocumentId();
      await store.catalog.create({ id, title, seed, author: '', at: 1 });
      return id;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const found = async ({ store }: Indexing, query: string): Promise<DocumentId[]> =>
  (await store.catalog.search(query, 10)).map(({ id }) => id);

it('reads documents that have settled, each once for as long as nothing changes', async () => {
  await using world = indexing();
  const ids = [await world.create('First title'), await world.create('Second title')];
  for (const id of [...ids, ...ids]) world.indexer.touch(id, 1);
  await vi.waitFor(() => expect(world.indexer.numbers()).toMatchObject({ indexed: 2 }), PATIENCE);
  for (const id of ids) world.indexer.touch(id, 1);
  await vi.waitFor(() => expect(world.indexer.numbers().waiting).toBe(0), PATIENCE);
  await world.indexer[Symbol.asyncDispose]();
  expect(world.indexer.numbers()).toEqual({ indexed: 2, failed: 0, waiting: 0 });
  expect(await found(world, 'title')).toEqual(ids.toReversed());
});

it('finds by itself what nobody told it of, and goes past what can’t be read', async () => {
  await using world = indexing();
  const before = await world.create('Made before');
  await world.create('Damaged', new Uint8Array([9, 9, 9]));
  const after = await world.create('Made after');
  await world.store.catalog.remove(await world.create('Made and deleted'), 2);
  world.indexer.catchUp();
  await vi.waitFor(
    () => expect(world.indexer.numbers()).toEqual({ indexed: 2, failed: 1, waiting: 0 }),
    PATIENCE,
  );
  expect(await found(world, 'made')).toEqual([after, before]);
  expect(world.reports).toEqual(['could not read the document for the search']);
});

it('reports a document that can’t be read in time, and goes on', async () => {
  await using world = indexing(startTextJobs(systemClock, 0));
  world.indexer.touch(await world.create('Slow'), 1);
  await vi.waitFor(() => expect(world.indexer.numbers().failed).toBe(1), PATIENCE);
  world.indexer.touch(await world.create('Slow too'), 1);
  await vi.waitFor(() => expect(world.indexer.numbers().failed).toBe(2), PATIENCE);
  expect(world.reports).toEqual(
    world.reports.map(() => 'could not read the document for the search'),
  );
});

it('tries again what failed when the document settles next, though nothing has changed', async () => {
  await using world = indexing();
  const id = await world.create('In the end');
  world.store.faults.failNext('index', { code: 'full' });
  world.indexer.touch(id, 1);
  await vi.waitFor(() => expect(world.indexer.numbers().failed).toBe(1), PATIENCE);
  expect(await found(world, 'end')).toEqual([]);
  world.indexer.touch(id, 1);
  await vi.waitFor(async () => expect(await found(world, 'end')).toEqual([id]), PATIENCE);
});

it('leaves what is waiting when the server stops to the next start', async () => {
  await using world = indexing();
  const ids: DocumentId[] = [];
  for (let n = 0; n < 20; n++) ids.push(await world.create(`Note ${n}`));
  const held = world.store.faults.hold('index');
  for (const id of ids) world.indexer.touch(id, 1);
  await held.reached;
  const closing = world.indexer[Symbol.asyncDispose]();
  held.release();
  await closing;
  expect(world.indexer.numbers()).toMatchObject({ indexed: 1, waiting: 19 });
  const next = world.again();
  next.catchUp();
  await vi.waitFor(() => expect(next.numbers().indexed).toBe(19), PATIENCE);
  expect((await world.store.catalog.search('note', 100)).length).toBe(20);
});
