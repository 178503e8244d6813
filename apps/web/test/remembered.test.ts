import { expect, test } from 'vitest';

import { localRows, openable, parseRemembered, withList } from '../src/start/remembered.ts';

const local = (document: string, more = {}) => ({
  document,
  complete: true,
  isNew: false,
  isUnsent: false,
  ...more,
});

const known = (id: string, editedAt: number | null, more = {}) => ({
  id,
  title: `Title of ${id}`,
  editedAt,
  isListed: true,
  wasOpened: true,
  ...more,
});

const listed = (id: string) => ({
  id,
  title: id,
  createdAt: '2026-11-21T12:00:00.000Z',
  editedAt: '2026-11-21T12:00:00.000Z',
});

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

test('offline shows what is kept here under the names last seen, last edited first', () => {
  const names = [known('old', 1), known('elsewhere', 9), known('new', 5), known('unseen', null)];
  const rows = openable(
    localRows(
      ['unseen', 'new', 'old'].map((id) => local(id)),
      names,
    ),
  );
  expect(ids(rows)).toEqual(['new', 'old', 'unseen']);
  expect(rows[0]?.title).toBe('Title of new');
});

test('a copy of a document that has left the list is not offered, one that was made here is', () => {
  const names = [known('deleted', 1, { isListed: false })];
  const here = [local('deleted'), local('forgotten'), local('made', { isNew: true })];
  expect(ids(openable(localRows(here, names)))).toEqual(['made']);
});

test('what does not open without the server is not offered', () => {
  const rows = localRows([local('part', { complete: false, isUnsent: true })], [known('part', 1)]);
  expect(openable(rows)).toEqual([]);
});

test('a list that lacks a document takes away its place there, not its name', () => {
  const before = [known('here', 1), known('never opened', 2, { wasOpened: false }), known('b', 3)];
  const after = withList(before, [listed('b'), listed('c')]);
  expect(after.map(({ id, isListed, wasOpened }) => [id, isListed, wasOpened])).toEqual([
    ['b', true, true],
    ['c', true, false],
    ['here', false, true],
  ]);
});

test('stored data that is no list of titles is ignored, entry by entry', () => {
  expect(parseRemembered('nonsense')).toEqual([]);
  expect(parseRemembered([null, 3, { id: 'a' }, { id: 'b', title: 'B', editedAt: 'x' }])).toEqual([
    { id: 'b', title: 'B', editedAt: null, isListed: true, wasOpened: false },
  ]);
});
