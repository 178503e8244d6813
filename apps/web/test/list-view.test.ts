import { expect, test } from 'vitest';

import { ApiError } from '../src/api/api-error.ts';
import { listView } from '../src/start/list-view.ts';

const list = { documents: [] };
const gone = new ApiError('unreachable', 'The server can’t be reached.');
const broken = new ApiError('broken', 'The server answered 500.');

test('an unreachable server leaves only what is on this device, even if a list was seen before', () => {
  expect(listView(undefined, gone)).toEqual({ state: 'offline' });
  expect(listView(list, gone)).toEqual({ state: 'offline' });
});

test('an error keeps the list that was there, and says that it may be old', () => {
  expect(listView(list, broken)).toEqual({ state: 'ready', documents: [], stale: true });
  expect(listView(undefined, broken)).toEqual({ state: 'failed' });
});

test('before the first answer there is nothing to say', () => {
  expect(listView(undefined, null)).toEqual({ state: 'loading' });
  expect(listView(list, null)).toEqual({ state: 'ready', documents: [], stale: false });
});
