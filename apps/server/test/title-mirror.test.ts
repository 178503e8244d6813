import { expect, it } from 'vitest';

import { newDocumentId } from '@indelible/protocol';
import type { Clock } from '@indelible/rooms';
import { createMemoryStore } from '@indelible/store';

import { startDocumentJobs } from '../src/document-jobs.ts';
import { TitleMirror } from '../src/title-mirror.ts';

const silent = { info() {}, warn() {}, error() {} };

it('a change during the reading of the same document is mirrored too', async () => {
  const due: (() => void)[] = [];
  const clock: Clock = { now: () => 10, after: (_, task) => (due.push(task), () => {}) };
  await using store = createMemoryStore();
  await using jobs = startDocumentJobs(clock);
  const { update: seed } = await jobs.run({ type: 'seed', title: 'Its title' });
  if (seed === null) throw new Error('a seed is never empty');
  const id = newDocumentId();
  await store.catalog.create({ id, title: '', seed, author: 'server', at: 10 });

  let reads = 0;
  const mirror: TitleMirror = new TitleMirror({
    catalog: store.catalog,
    jobs,
    clock,
    logger: silent,
    async read() {
      reads += 1;
      if (reads === 1) mirror.touch(id, 20);
      return [seed];
    },
  });
  mirror.touch(id, 10);
  await mirror.flush();
  expect(await store.catalog.find(id)).toMatchObject({ title: 'Its title', editedAt: 10 });
  due.at(-1)?.();
  await mirror.flush();
  expect(await store.catalog.find(id)).toMatchObject({ editedAt: 20 });
});
