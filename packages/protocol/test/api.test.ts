import { expect, test } from 'vitest';

import {
  createDocument,
  documentList,
  foundDocuments,
  listDocuments,
  MAX_QUERY,
  MAX_TITLE,
  problem,
  renameDocument,
} from '@indelible/protocol';

test('titles are trimmed', () => {
  expect(renameDocument.parse({ title: '  Notes\n' })).toEqual({ title: 'Notes' });
  expect(createDocument.parse({ title: ' \t ' })).toEqual({ title: '' });
});

test('a title is measured after trimming', () => {
  const longest = 'x'.repeat(MAX_TITLE);
  expect(renameDocument.parse({ title: ` ${longest} ` })).toEqual({ title: longest });
  expect(renameDocument.safeParse({ title: `${longest}x` }).success).toBe(false);
});

test('a new document needs no title; a renamed one does', () => {
  expect(createDocument.parse({})).toEqual({});
  expect(renameDocument.safeParse({}).success).toBe(false);
});

test.each([
  ['null', null],
  ['a list', []],
  ['a title that is no text', { title: 1 }],
  ['a title of null', { title: null }],
  ['a key nobody knows', { title: 'a', id: 'b' }],
])('%s is refused', (_, body) => {
  expect(createDocument.safeParse(body).success).toBe(false);
  expect(renameDocument.safeParse(body).success).toBe(false);
});

test('a list may gain keys without breaking older clients, but times stay times', () => {
  const times = { createdAt: '2026-11-21T08:00:00.000Z', editedAt: '2026-11-21T08:00:00Z' };
  const row = { id: 'a', title: '', ...times };
  expect(documentList.parse({ documents: [{ ...row, starred: true }], next: null })).toEqual({
    documents: [row],
  });
  expect(documentList.safeParse({ documents: [{ ...row, editedAt: 'now' }] }).success).toBe(false);
});

test('a problem says at least what kind, in words, and with which status', () => {
  const least = { type: 'about:blank', title: 'Not Found', status: 404 };
  expect(problem.parse(least)).toEqual(least);
  expect(problem.safeParse({ title: 'Not Found', status: 404 }).success).toBe(false);
});

test('a query is trimmed, and is neither nothing, too long nor twice', () => {
  expect(listDocuments.parse({})).toEqual({});
  const longest = 'x'.repeat(MAX_QUERY);
  expect(listDocuments.parse({ q: ` ${longest} ` })).toEqual({ q: longest });
  for (const q of ['', ' ', `${longest}x`, ['a', 'b'], null]) {
    expect(listDocuments.safeParse({ q }).success).toBe(false);
  }
  expect(listDocuments.safeParse({ q: 'a', limit: '1' }).success).toBe(false);
});

test('what was found says where', () => {
  const at = '2026-11-21T08:00:00.000Z';
  const found = { id: 'a', title: '', createdAt: at, editedAt: at };
  const excerpt = [{ text: 'kettle', hit: true }];
  const answer = { documents: [{ ...found, excerpt }], more: false };
  expect(foundDocuments.parse({ ...answer, took: 3 })).toEqual(answer);
  expect(foundDocuments.safeParse({ documents: [found], more: false }).success).toBe(false);
});
