import { describe, expect, test } from 'vitest';

import { connectionWords, saveWords } from '../src/words/status-words.ts';

const NOW = new Date(2026, 10, 21, 12, 0, 0).getTime();
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('save status', () => {
  const savedAgo = (ms: number): string => saveWords({ state: 'saved', at: NOW - ms }, NOW).text;

  test('says only "Saved" while nothing has been written in this visit', () => {
    expect(saveWords({ state: 'saved', at: null }, NOW).text).toBe('Saved');
  });

  test.each([
    [0, 'Saved just now'],
    [999, 'Saved just now'],
    [SECOND, 'Saved 1 s ago'],
    [5 * SECOND, 'Saved 5 s ago'],
    [MINUTE - 1, 'Saved 59 s ago'],
    [MINUTE, 'Saved 1 min ago'],
    [3 * MINUTE + 40 * SECOND, 'Saved 3 min ago'],
    [HOUR, 'Saved 1 h ago'],
    [24 * HOUR - 1, 'Saved 23 h ago'],
    [24 * HOUR, 'Saved 20 November'],
  ])('%i ms after the server’s word reads "%s"', (ms, words) => {
    expect(savedAgo(ms)).toBe(words);
  });

  test('a clock that was set back never shows negative seconds', () => {
    expect(savedAgo(-90 * SECOND)).toBe('Saved just now');
  });

  test('names last year’s date with its year', () => {
    expect(saveWords({ state: 'saved', at: new Date(2025, 11, 31).getTime() }, NOW).text).toBe(
      'Saved 31 December 2025',
    );
  });

  test('says where unacknowledged words are', () => {
    expect(saveWords({ state: 'saving' }, NOW).text).toBe('Saving…');
    expect(saveWords({ state: 'offline' }, NOW).text).toBe('Offline – kept on this device');
    expect(saveWords({ state: 'failing', kept: true }, NOW).text).toBe(
      'Not saved – the server can’t write; your words are kept on this device',
    );
    expect(saveWords({ state: 'failing', kept: false }, NOW).text).toBe(
      'Not saved – the server can’t write; keep this page open',
    );
    expect(saveWords({ state: 'unkept' }, NOW).text).toBe(
      'Not saved – keep this page open until the line is back',
    );
  });

  test('the short words never sound better than the long ones', () => {
    for (const save of [
      { state: 'failing', kept: true },
      { state: 'failing', kept: false },
      { state: 'unkept' },
    ] as const) {
      expect(saveWords(save, NOW).short).toMatch(/^Not saved/);
    }
    expect(saveWords({ state: 'failing', kept: false }, NOW).short).toContain('open');
    expect(saveWords({ state: 'unkept' }, NOW).short).toContain('open');
  });
});

describe('connection status', () => {
  test.each([
    [4000, 'Reconnecting in 4 s'],
    [3001, 'Reconnecting in 4 s'],
    [1, 'Reconnecting in 1 s'],
    [0, 'Reconnecting…'],
    [-500, 'Reconnecting…'],
  ])('%i ms before the next attempt reads "%s"', (ms, words) => {
    expect(connectionWords({ state: 'reconnecting', at: NOW + ms }, NOW).text).toBe(words);
  });

  test('over HTTP it says so to those who ask, and no louder', () => {
    const usual = connectionWords({ state: 'connected', via: 'webSocket' }, NOW);
    const overHttp = connectionWords({ state: 'connected', via: 'http' }, NOW);
    expect([overHttp.text, overHttp.short]).toEqual([usual.text, usual.short]);
    expect(usual.explanation).not.toContain('HTTP');
    expect(overHttp.explanation).toContain('over plain HTTP');
  });

  test('names the other states in words', () => {
    expect(connectionWords({ state: 'connected', via: 'webSocket' }, NOW).text).toBe('Connected');
    expect(connectionWords({ state: 'connecting' }, NOW).text).toBe('Connecting…');
    expect(connectionWords({ state: 'disconnected', refusal: null }, NOW).text).toBe(
      'Disconnected',
    );
  });
});
