import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root, sourceFiles } from '../src/source-files.ts';
import { checkSpoken } from '../src/spoken.ts';

/** Names that are the same in every language. */
const names = new Set(['packages/editor/src/code/languages.ts']);

const spoken = [...sourceFiles('apps/web/src'), ...sourceFiles('packages/editor/src')].filter(
  (path) => /\.tsx?$/.test(path) && !/\/words\/(?:en|de|es|zh)\//.test(path) && !names.has(path),
);

it('everything a person reads comes from the dictionaries', () => {
  const found = spoken.flatMap((path) => checkSpoken(path, readFileSync(join(root, path), 'utf8')));
  expect(spoken.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it.each([
  '<p>Retry now</p>',
  '<button aria-label="Retry" />',
  '<button title={busy ? `Wait` : name} />',
  "<span>{copied ? 'Copied' : copy}</span>",
  "<p>{name || 'Untitled'}</p>",
  "button.textContent = 'Retry';",
  "button.setAttribute('aria-label', 'Retry');",
  "notifyFailure('It did not work', detail);",
  "const action = { name: 'bold', label: 'Bold' };",
  'function Page() { return words().page.title; }',
])('finds what is wrong with %s', (code) => {
  expect(checkSpoken('a.tsx', code)).not.toEqual([]);
});

it.each([
  '<p>{pages.retry} · {count}</p>',
  '<kbd title="N">N</kbd>',
  '<p className="Some words">Indelible</p>',
  '<input placeholder="https://…" />',
  'function Page() { const { page } = useWords(); return () => notify(words().page.title); }',
  'export const label = () => words().page.title;',
])('finds nothing wrong with %s', (code) => {
  expect(checkSpoken('a.tsx', code)).toEqual([]);
});
