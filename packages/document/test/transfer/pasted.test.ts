// @vitest-environment jsdom
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { writeMarkdown } from '../../src/markdown.ts';
import { cleanPaste, readForeignHtml } from '../../src/paste.ts';
import { isOwnCopy, looksLikeMarkdown } from '../../src/paste/recognize.ts';
import { schema } from '../../src/schema/schema.ts';

const fixture = (name: string): string =>
  readFileSync(`${import.meta.dirname}/pasted/${name}`, 'utf8');

// Beside each page from a clipboard, pasted/*.html, stands what it becomes, as Markdown.
test.for(['word', 'google-docs', 'excel', 'google-sheets', 'outline', 'notion', 'web-page'])(
  'what is copied from %s keeps its structure',
  (name) => {
    const { result } = readForeignHtml(fixture(`${name}.html`));
    result.check();
    expect(writeMarkdown(result).result).toBe(fixture(`${name}.md`));
  },
);

test('what Word could not put on the clipboard is reported', () => {
  expect(readForeignHtml(fixture('word.html')).losses).toEqual([
    { kind: 'picture', count: 1, example: 'A drawing of the house' },
    { kind: 'trackedChange', count: 2, example: 'on Friday' },
  ]);
});

test('no style, class, handler or script is left of what is pasted', () => {
  for (const name of ['word', 'google-docs', 'web-page']) {
    const html = cleanPaste(fixture(`${name}.html`)).result;
    expect(html).not.toMatch(/ style=| on\w+=|<script|<iframe|<svg|<form|javascript:|data:|file:/i);
    expect(html.replaceAll(/class="language-\w+"/g, '')).not.toMatch(/ class=/);
  }
});

test('markup that pretends to be ours is judged like any other', () => {
  const { result } = readForeignHtml(
    '<figure><img src="javascript:alert(1)"><figcaption>a</figcaption></figure>' +
      '<div data-embed="javascript:alert(2)">b</div><a data-file href="javascript:alert(3)" download="c">d</a>' +
      '<span data-text-color="red;background:url(x)">e</span><td colspan="99999999">f</td>',
  );
  expect(JSON.stringify(result)).not.toMatch(/alert|url\(|9999/);
});

test('a copy from an editor like ours is known by its slice', () => {
  expect(isOwnCopy('<p data-pm-slice="1 1 []">a</p>')).toBe(true);
  expect(isOwnCopy(fixture('outline.html'))).toBe(false);
  expect(isOwnCopy(fixture('word.html'))).toBe(false);
});

test.for([
  '## Heading\n\nText',
  '- [ ] a\n- [x] b',
  '- a\n- b\n- c',
  '1. a\n2. b',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```js\nlet a;\n```',
  'See [this](https://a.example).',
  'It is **very** good.',
  '# One\n\n> two',
])('%j is pasted as Markdown', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

test.for([
  'Hello, this is 2 * 3 * 4.',
  '# a comment\nimport os\nprint(1)',
  '#!/bin/sh\n## build\nmake;',
  'snake_case_name and $PATH',
  '- just one line',
  'const a = [1](2);\nlet b = {};\nf();',
  '> quoted mail\n\nMy answer',
  'https://a.example/x_(y)',
])('%j is pasted as it is', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});

test('what is cleaned is read by the schema whole', () => {
  const html = cleanPaste(fixture('google-docs.html')).result;
  expect(html).toContain('<ul data-type="taskList">');
  expect(schema.nodes['taskList']).toBeDefined();
});
