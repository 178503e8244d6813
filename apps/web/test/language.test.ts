import { afterEach, expect, test } from 'vitest';

import { languages, speak } from '@indelible/editor/words';

import { localeFor } from '../src/language/language.ts';
import { newGuest } from '../src/person/guest.ts';
import { foundWords } from '../src/start/found-words.ts';
import { editedWords } from '../src/words/relative-time.ts';
import { connectionWords, saveWords } from '../src/words/status-words.ts';
import { words } from '../src/words/words.ts';

const NOW = new Date(2026, 10, 21, 12, 0, 0).getTime();
const HOUR = 3_600_000;

afterEach(() => speak('en', 'en-GB'));

test.each([
  ['de', 'Gespeichert vor 5 s', 'Gespeichert am 14. November', 'vor 2 Stunden'],
  ['es', 'Guardado hace 5 s', 'Guardado el 14 de noviembre', 'hace 2 horas'],
  ['zh', '5 秒前已保存', '11月14日已保存', '2小时前'],
] as const)('in %s the status and the list tell the time in that language', async (...row) => {
  const [language, seconds, date, edited] = row;
  await speak(language, localeFor(language, []));
  const saved = (ago: number) => saveWords({ state: 'saved', at: NOW - ago }, NOW).text;
  expect(saved(5000)).toBe(seconds);
  expect(saved(7 * 24 * HOUR)).toBe(date);
  expect(editedWords(NOW - 2 * HOUR, NOW)).toBe(edited);
});

test('a language chosen while another is still on its way is the one that is spoken', async () => {
  await Promise.all([speak('de', 'de'), speak('es', 'es')]);
  expect(words().pages.retry).toBe('Reintentar');
});

test('numbers come with the right form of the noun', async () => {
  const found = (count: number) => foundWords({ sought: 'x', state: 'done', more: false, count });
  await speak('de', 'de');
  expect([found(1), found(2)]).toEqual(['1 Dokument', '2 Dokumente']);
  await speak('es', 'es');
  expect([found(1), found(2)]).toEqual(['1 documento', '2 documentos']);
});

test.each(languages)('guests get friendly names in %s, all of them different', async (language) => {
  await speak(language, localeFor(language, []));
  const { manners, animals } = words().guests;
  expect(manners).toHaveLength(16);
  expect(animals).toHaveLength(16);
  expect(new Set([...manners, ...animals]).size).toBe(32);
  const { name } = newGuest({ random: () => 0, id: () => 'me', colors: ['red'] });
  expect(name).toContain(manners[0]);
  expect(name).toContain(animals[0]);
});

test('no language calls an unsaved document saved', async () => {
  for (const language of languages) {
    await speak(language, localeFor(language, []));
    const good = saveWords({ state: 'saved', at: null }, NOW).text;
    for (const save of [
      { state: 'failing', kept: true },
      { state: 'failing', kept: false },
      { state: 'unkept' },
    ] as const) {
      const { text, short } = saveWords(save, NOW);
      expect([text, short].filter((said) => said.startsWith(good))).toEqual([]);
    }
    expect(connectionWords({ state: 'disconnected', refusal: null }, NOW).text).not.toBe(
      connectionWords({ state: 'connected', via: 'webSocket' }, NOW).text,
    );
  }
});

test('dates are written as where the reader lives, with the letters of the words around them', () => {
  expect(localeFor('en', ['de', 'en-US', 'en'])).toBe('en-US');
  expect(localeFor('en', ['de'])).toBe('en-GB');
  expect(localeFor('zh', ['zh-CN'])).toBe('zh-CN');
  expect(localeFor('zh', ['zh-TW', 'zh-Hant-HK', 'en'])).toBe('zh-Hans');
});
