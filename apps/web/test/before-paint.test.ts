import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

import { expect, test } from 'vitest';

const script = readFileSync(fileURLToPath(new URL('../public/theme.js', import.meta.url)), 'utf8');

/** What the script makes of a browser before anything is painted. */
function painted(languages: readonly string[], kept: Readonly<Record<string, string>> | null) {
  const page = { lang: '', dir: '', dataset: {} };
  runInNewContext(script, {
    document: { documentElement: page },
    navigator: { languages },
    localStorage: {
      getItem(key: string) {
        if (kept === null) throw new Error('no storage here');
        return kept[key] ?? null;
      },
    },
  });
  return page;
}

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'es-MX', 'de'], 'es'],
  [['zh-CN', 'en-US'], 'zh-Hans'],
  [['ZH'], 'zh-Hans'],
  [['fr', 'ar'], 'en'],
  [['england', 'deutsch'], 'en'],
  [[], 'en'],
])('a browser that reads %j is shown %s', (languages, lang) => {
  expect(painted(languages, {})).toMatchObject({ lang, dir: 'ltr' });
});

test('what was chosen here comes before what the browser says, unless it is no language of ours', () => {
  expect(painted(['de'], { 'indelible:language': 'es' }).lang).toBe('es');
  expect(painted(['de'], { 'indelible:language': 'xx' }).lang).toBe('de');
});

test('a theme is shown if it was chosen; a browser that keeps nothing follows the device', () => {
  expect(painted(['en'], { 'indelible:theme': 'dark' }).dataset).toEqual({ theme: 'dark' });
  expect(painted(['en'], { 'indelible:theme': 'pink' }).dataset).toEqual({});
  expect(painted(['de'], null)).toMatchObject({ lang: 'de', dataset: {} });
});
