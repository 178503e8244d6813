import { expect, test } from 'vitest';

import type { ProviderStatus, Refusal } from '@indelible/provider';

import { contentView } from '../src/document/content-view.ts';
import { refusalWords } from '../src/words/refusal-words.ts';

const status = (
  content: ProviderStatus['content'],
  connection: ProviderStatus['connection'],
): ProviderStatus => ({
  content,
  connection,
  save: { state: 'saved', at: null },
  device: 'keeps',
  unsafeToClose: false,
});
const refused = (refusal: Refusal | null) => ({ state: 'disconnected', refusal }) as const;

test('a page is shown only when there is content for it', () => {
  for (const connection of [
    { state: 'connecting' },
    { state: 'connected', via: 'webSocket' },
    { state: 'reconnecting', at: 0 },
    refused(null),
    refused('notFound'),
  ] as const) {
    expect(contentView(status('loading', connection)).show).not.toBe('page');
    expect(contentView(status('failed', connection)).show).not.toBe('page');
    expect(contentView(status('local', connection)).show).toBe('page');
    expect(contentView(status('synced', connection)).show).toBe('page');
  }
});

test('a refusal explains an empty page and accompanies a full one', () => {
  expect(contentView(status('loading', refused('notFound')))).toEqual({
    show: 'refused',
    refusal: 'notFound',
  });
  expect(contentView(status('failed', refused('clientTooOld')))).toEqual({
    show: 'refused',
    refusal: 'clientTooOld',
  });
  expect(contentView(status('synced', refused('notFound')))).toEqual({
    show: 'page',
    refusal: 'notFound',
  });
});

test('a first sync that failed says so, whatever the line does next', () => {
  expect(contentView(status('failed', { state: 'reconnecting', at: 1 })).show).toBe('failed');
  expect(contentView(status('failed', refused(null))).show).toBe('failed');
});

test('bringing a document back is offered only where there is a copy of it', () => {
  expect(refusalWords('notFound', true).action).toBe('restore');
  expect(refusalWords('notFound', false).action).toBe('home');
});
