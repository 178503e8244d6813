import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { contentOf } from '@indelible/document';
import {
  MAX_QUERY,
  parseDocumentId,
  problem,
  PROBLEM_TYPE,
  type DocumentId,
} from '@indelible/protocol';
import { openSqliteStore } from '@indelible/store-sqlite';

import { Running } from './running.ts';

const PATIENCE = { timeout: 20_000 };

test('what was written is found by a word from its middle once everybody has left', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Tea');
  await indelible.create('Something else');
  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  write(ada.doc, 'Before. Fill the kettle and wait. 東京で。');
  const bo = indelible.open(id);
  await vi.waitFor(() => expect(bo.doc.getXmlFragment('content').length).toBe(2), PATIENCE);
  ada.destroy();
  bo.destroy();
  await untilFound(indelible, 'KETTL', [id]);
  expect(await indelible.search('東京')).toMatchObject({
    documents: [
      {
        title: 'Tea',
        excerpt: [
          { text: 'Before. Fill the kettle and wait. ', hit: false },
          { text: '東京', hit: true },
          { text: 'で。', hit: false },
        ],
      },
    ],
    more: false,
  });
});

test('a title is found that was given to a new document, or by the server to an old one', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Frühstück');
  await untilFound(indelible, 'fruh', [id]);
  await indelible.request('PATCH', `/documents/${id}`, { title: 'Abendbrot' });
  await untilFound(indelible, 'abendbrot', [id]);
  expect(await found(indelible, 'fruh')).toEqual([]);
});

test('a deleted document is not found until it is restored', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Precious');
  await untilFound(indelible, 'precious', [id]);
  await indelible.request('DELETE', `/documents/${id}`);
  expect(await found(indelible, 'precious')).toEqual([]);
  await indelible.request('POST', `/documents/${id}/restore`);
  expect(await found(indelible, 'precious')).toEqual([id]);
});

test('what was on disk but not in the index when the server died is found after the next start', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Old');
  await untilFound(indelible, 'old', [id]);
  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  const before = Y.encodeStateVector(ada.doc);
  ada.disconnect();
  write(ada.doc, 'the last words');
  const update = Y.encodeStateAsUpdate(ada.doc, before);
  await indelible.restart(async (file) => {
    await using store = await openSqliteStore({ file });
    await store.log.append([{ document: known(id), author: '', at: Date.now(), update }]);
  });
  await untilFound(indelible, 'last words', [id]);
});

test('a search that makes no sense is answered with a problem, one that finds nothing with nothing', async () => {
  await using indelible = await Running.start();
  for (const query of ['q=', 'q=%20', `q=${'x'.repeat(MAX_QUERY + 1)}`, 'q=a&q=b', 'query=a']) {
    const response = await indelible.request('GET', `/documents?${query}`);
    expect([query, response.status]).toEqual([query, 400]);
    expect(response.headers.get('content-type')).toContain(PROBLEM_TYPE);
    expect(problem.parse(await response.json()).errors).not.toEqual([]);
  }
  for (const query of ['"', '* OR (', '🎉', 'x'.repeat(MAX_QUERY), '\u0000', "'; DROP TABLE x"]) {
    expect(await indelible.search(query)).toEqual({ documents: [], more: false });
  }
});

test('of very many that are found, the first are shown and it is said that there are more', async () => {
  await using indelible = await Running.start();
  const ids: string[] = [];
  for (let n = 0; n < 51; n++) ids.unshift((await indelible.create(`Note ${n}`)).id);
  await vi.waitFor(async () => expect((await indelible.search('note')).more).toBe(true), PATIENCE);
  expect(await found(indelible, 'note')).toEqual(ids.slice(0, 50));
});

test('operators see how the index comes along', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Counted');
  await untilFound(indelible, 'counted', [id]);
  const metrics = await (await fetch(`${indelible.url}/metrics`)).text();
  expect(metrics).toContain('\nindelible_indexed_total{outcome="ok"} 1\n');
  expect(metrics).toContain('\nindelible_indexed_total{outcome="failed"} 0\n');
});

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  contentOf(doc).push([paragraph]);
}

async function found(indelible: Running, query: string): Promise<string[]> {
  return (await indelible.search(query)).documents.map(({ id }) => id);
}

const untilFound = (indelible: Running, query: string, ids: string[]): Promise<void> =>
  vi.waitFor(async () => expect(await found(indelible, query)).toEqual(ids), PATIENCE);

function known(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === null) throw new Error(`${text} is no document id`);
  return id;
}
