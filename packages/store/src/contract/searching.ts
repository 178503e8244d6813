import { expect } from 'vitest';

import type { DocumentId } from '@indelible/protocol';

import type { OpenStore, StoreTest } from './store-fixture.ts';
import { createWriter, documentId, rowOf } from './writing.ts';

const a = documentId('a');
const b = documentId('b');
const c = documentId('c');

async function create(store: OpenStore, id: DocumentId, at = 10, title = ''): Promise<void> {
  const seed = createWriter().write(`seed of ${id}`);
  await store.catalog.create({ id, title, seed, author: 'ada', at });
}

/** Makes a document whose index has this text. */
async function write(store: OpenStore, id: DocumentId, text: string, title = ''): Promise<void> {
  await create(store, id, 10, title);
  await store.catalog.index(id, 1, { title, text });
}

const found = async (store: OpenStore, query: string): Promise<DocumentId[]> =>
  (await store.catalog.search(query, 10)).map(({ id }) => id);

async function expectFound(
  store: OpenStore,
  expected: readonly DocumentId[],
  queries: readonly string[],
): Promise<void> {
  for (const query of queries)
    expect([query, await found(store, query)]).toEqual([query, expected]);
}

/** What is found by which words. */
export function describeFinding(storeTest: StoreTest): void {
  storeTest('finds words, and the beginning of the last one', async (store) => {
    await write(store, a, 'Fill the kettle,\nthen wait.', 'How to make tea');
    await write(store, b, 'Nothing of that kind');
    await expectFound(store, [a], ['kettle', 'kett', 'wait fill ket', 'tea wait', 'KETTLE,', 'w']);
    await expectFound(store, [], ['ettle', 'kett fill', 'kettle coffee', 'kettles']);
  });

  storeTest(
    'makes no difference between cases, accents and ways to write a letter',
    async (store) => {
      await write(
        store,
        a,
        'Der Wärme wegen: Straße nach Łódź, ΟΔΟΣ, crème brûlée, İstanbul, ﬁn, don’t',
      );
      const queries = ['warme', 'WA\u0308RME', 'strasse', 'STRASSE', 'lodz', 'οδος', 'ΟΔΟ'];
      await expectFound(store, [a], [...queries, 'creme BRULEE', 'istanbul', 'fin', "don't"]);
      await expectFound(store, [], ['warmth', 'dont']);
    },
  );

  storeTest('finds words of many scripts, with and without spaces', async (store) => {
    await write(store, a, '今日は東京都へ行きました。ｶﾞﾗｽのコーヒーも。');
    await write(
      store,
      b,
      'Привет, мир! ქართული हिन्दी भाषा שָׁלוֹם مَرْحَبًا 한국어 ภาษาไทย 我的iPhone手机',
    );
    await expectFound(store, [a], ['東京', '京', '行きました', 'ガラス', 'コーヒー', '東京 今日']);
    const many = ['привет', 'ქართ', 'हिन्दी', 'שלום', 'مرحبا', '한국', 'ไทย', 'iphone手', '机'];
    await expectFound(store, [b], [...many, 'МИР']);
    await expectFound(store, [], ['京東', 'カラス', 'हन्द', '手iphone']);
  });

  storeTest('wants words without a space between them to stand together', async (store) => {
    await write(store, a, 'an e-mail from ada@example.org about C++ and x_y');
    await expectFound(
      store,
      [a],
      ['e-mail', 'ada@example.org', 'example.or', 'c++', 'x_y', 'mail ada'],
    );
    await expectFound(store, [], ['mail-e', 'ada.org']);
  });

  storeTest('takes signs, operators and emoji for what they are', async (store) => {
    await write(store, a, 'cats AND dogs OR birds NOT near 🎉 "quoted" 100%', 'title');
    const signs = [
      '"',
      '""',
      '*',
      "'",
      '(',
      ')',
      '-',
      '^',
      '{',
      ':',
      '+',
      '\\',
      '\0',
      '%',
      '_',
      ' ',
    ];
    await expectFound(store, [], ['', ...signs, signs.join(''), signs.join(' ')]);
    const words = [
      'AND',
      'or birds',
      'NOT',
      'NEAR(',
      'cats" OR "',
      '"quoted',
      'quo*',
      '-cats',
      '^cats',
    ];
    await expectFound(store, [a], [...words, '🎉', '100%', "cats'--", '\udc00cats']);
    await expectFound(
      store,
      [],
      ['cats OR mice', 'text:cats', 'title:cats', '🎈', 'NEAR(cats, 2)', '{author}: cats'],
    );
    await expectFound(store, [], [`${'x '.repeat(500)}`, 'y'.repeat(5_000)]);
  });

  storeTest('has those with all words in the title first, then the last edited', async (store) => {
    for (const [id, at, title, text] of [
      [a, 40, 'Shopping', 'green tea'],
      [b, 20, 'Green things', 'among them tea'],
      [c, 10, 'Green tea', ''],
    ] as const) {
      await create(store, id, at, title);
      await store.catalog.index(id, 1, { title, text });
    }
    expect(await found(store, 'green tea')).toEqual([c, a, b]);
    expect(await found(store, 'gre')).toEqual([b, c, a]);
    const [first, ...others] = await store.catalog.search('tea', 2);
    expect([first?.id, others.map(({ id }) => id)]).toEqual([c, [a]]);
  });

  storeTest('says what the list says of a document, and where the words are', async (store) => {
    await write(store, a, 'First line.\nThe  kettle’s lid.', 'Old title');
    await store.catalog.mirror(a, 'New title', 20);
    expect(await store.catalog.search('lid KETT', 10)).toEqual([
      {
        id: a,
        title: 'New title',
        createdAt: 10,
        editedAt: 20,
        excerpt: [
          { text: 'The ', hit: false },
          { text: 'kettle', hit: true },
          { text: '’s ', hit: false },
          { text: 'lid', hit: true },
          { text: '.', hit: false },
        ],
      },
    ]);
  });
}

/** What the index takes over, and what it is asked for. */
export function describeIndexing(storeTest: StoreTest): void {
  const content = (text: string) => ({ title: '', text });

  storeTest('keeps the words of the latest row, in whatever order they come', async (store) => {
    await create(store, a);
    expect(await store.catalog.indexedThrough(a)).toBe(0);
    expect(await store.catalog.index(a, 3, content('third'))).toBe(true);
    expect(await store.catalog.index(a, 2, content('second'))).toBe(false);
    await store.reopen();
    expect(await store.catalog.indexedThrough(a)).toBe(3);
    await expectFound(store, [], ['second']);
    await expectFound(store, [a], ['third']);
    expect(await store.catalog.index(a, 3, content('third, read again'))).toBe(true);
    expect(await store.catalog.index(a, 4, content('third, read again'))).toBe(true);
    expect(await store.catalog.indexedThrough(a)).toBe(4);
    await expectFound(store, [a], ['again']);
    expect(await store.catalog.index(a, 5, content(''))).toBe(true);
    await expectFound(store, [], ['third', 'again']);
  });

  storeTest('knows only documents that were created here', async (store) => {
    await store.log.append([rowOf(a, createWriter().write('a'))]);
    expect(await store.catalog.index(a, 1, content('word'))).toBe(false);
    expect(await store.catalog.index(b, 1, content('word'))).toBe(false);
    expect(await store.catalog.indexedThrough(b)).toBe(0);
    await expectFound(store, [], ['word']);
    expect(await store.catalog.outdated(0, 10)).toEqual({ documents: [], next: null });
  });

  storeTest('keeps deleted documents for when they come back', async (store) => {
    await write(store, a, 'before');
    await store.catalog.remove(a, 20);
    await expectFound(store, [], ['before']);
    expect(await store.catalog.index(a, 2, content('meanwhile'))).toBe(true);
    await expectFound(store, [], ['meanwhile']);
    await store.catalog.restore(a);
    await expectFound(store, [a], ['meanwhile']);
  });

  storeTest('tells, some at a time, which documents have rows it does not know', async (store) => {
    for (const id of [a, b, c]) await create(store, id);
    expect(await store.catalog.outdated(0, 10)).toEqual({ documents: [a, b, c], next: null });
    await store.catalog.index(a, 1, content('one'));
    await store.catalog.index(b, 1, content('one'));
    await store.log.append([rowOf(b, createWriter(2).write('!'))]);
    await store.catalog.remove(c, 20);
    await store.reopen();
    const seen: DocumentId[] = [];
    let next: number | null = 0;
    for (let steps = 0; next !== null; steps++) {
      expect(steps).toBeLessThan(4);
      const step = await store.catalog.outdated(next, 1);
      expect(step.documents.length).toBeLessThanOrEqual(1);
      seen.push(...step.documents);
      ({ next } = step);
    }
    expect(seen).toEqual([b]);
  });

  storeTest('refuses what is not text and rows that can not be', async (store) => {
    await create(store, a);
    const refused = [
      store.catalog.index(a, 0, content('x')),
      store.catalog.index(a, 1.5, content('x')),
      store.catalog.index(a, 1, content('\udc00')),
      store.catalog.index(a, 1, { title: '\ud800', text: '' }),
    ];
    for (const call of refused) await expect(call).rejects.toMatchObject({ code: 'invalid' });
    expect(await store.catalog.indexedThrough(a)).toBe(0);
  });
}
