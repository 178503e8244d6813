import { describe, expect, test } from 'vitest';

import type { ProviderStatus } from '@indelible/provider';

import { announcement } from '../src/words/announcement.ts';

const calm: ProviderStatus = {
  connection: { state: 'connected', via: 'webSocket' },
  save: { state: 'saved', at: null },
  content: 'synced',
  device: 'keeps',
  unsafeToClose: false,
};

describe('what a screen reader is told', () => {
  test('ordinary saving changes nothing, so nothing is read out while one writes', () => {
    const saving: ProviderStatus = { ...calm, save: { state: 'saving' } };
    const saved: ProviderStatus = { ...calm, save: { state: 'saved', at: 5 } };
    expect(announcement(saving, true)).toBe(announcement(calm, true));
    expect(announcement(saved, true)).toBe(announcement(calm, true));
  });

  test('a countdown and the attempts in between are one and the same sentence', () => {
    const waiting = (at: number): ProviderStatus => ({
      ...calm,
      connection: { state: 'reconnecting', at },
    });
    const trying: ProviderStatus = { ...calm, connection: { state: 'connecting' } };
    expect(announcement(waiting(1000), true)).toBe(announcement(waiting(9000), true));
    expect(announcement(trying, true)).toBe(announcement(waiting(1000), true));
  });

  test('the first connecting of a page is not announced as a loss', () => {
    expect(announcement({ ...calm, connection: { state: 'connecting' } }, false)).toBe('');
  });

  test('words that may be lost come before everything about the line', () => {
    const unkept: ProviderStatus = {
      ...calm,
      connection: { state: 'reconnecting', at: 1 },
      save: { state: 'unkept' },
    };
    expect(announcement(unkept, true)).toContain('Keep this page open');
    expect(announcement({ ...calm, save: { state: 'failing', kept: true } }, true)).toContain(
      'Not saved',
    );
  });
});
