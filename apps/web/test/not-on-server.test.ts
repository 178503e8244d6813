import { expect, test } from 'vitest';

import { parseDeletions } from '../src/offline/deletions.ts';
import { parseKept, staleOf } from '../src/offline/kept-offline.ts';
import { parseRefusals } from '../src/offline/refusals.ts';
import { notOnServer } from '../src/start/not-on-server.ts';

const row = (id: string, more = {}) => ({
  id,
  document: id,
  title: id,
  editedAt: null,
  complete: true,
  isNew: false,
  isUnsent: true,
  isListed: true,
  ...more,
});

const said = (rows: ReturnType<typeof notOnServer>) =>
  rows.map(({ row: { id }, refusal }) => [id, refusal]);

test('words that are on their way to a document that is there are no news', () => {
  expect(notOnServer([row('a')], {}, new Set(['a']))).toEqual([]);
  expect(notOnServer([row('a')], {}, null)).toEqual([]);
});

test('words that the server refuses are listed with the reason, also while it is away', () => {
  const refused = { a: 'forbidden', b: 'notFound' } as const;
  const rows = [row('a'), row('b')];
  for (const listed of [null, new Set(['a'])]) {
    expect(said(notOnServer(rows, refused, listed))).toEqual([
      ['a', 'forbidden'],
      ['b', 'notFound'],
    ]);
  }
});

test('a document that was brought back takes its words again', () => {
  expect(notOnServer([row('a')], { a: 'notFound' }, new Set(['a']))).toEqual([]);
});

test('words for a document that the list lacks have nowhere to go; one made here only is not there yet', () => {
  const rows = [row('gone'), row('made', { isNew: true })];
  expect(said(notOnServer(rows, {}, new Set()))).toEqual([
    ['gone', 'notFound'],
    ['made', null],
  ]);
});

test('what has nothing unsent is never listed, whatever the server once said', () => {
  expect(notOnServer([row('a', { isUnsent: false })], { a: 'notFound' }, new Set())).toEqual([]);
});

test('kept documents are fetched when the list says that they changed, or never were', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id, editedAt: '2026' }));
  expect(staleOf({ a: '2026', b: '2025', gone: '' }, list).map(({ id }) => id)).toEqual(['b']);
  expect(staleOf({ c: '' }, list).map(({ id }) => id)).toEqual(['c']);
});

test('stored data that does not fit is ignored, entry by entry', () => {
  expect([parseKept(null), parseKept({ a: '1', b: 2 })]).toEqual([{}, { a: '1' }]);
  expect([parseDeletions('x'), parseDeletions(['a', 1])]).toEqual([[], ['a']]);
  expect(parseRefusals({ a: 'forbidden', b: 'toString', c: 1 })).toEqual({ a: 'forbidden' });
});
