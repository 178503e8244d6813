// @vitest-environment jsdom
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readDocx, writeDocx } from '../../src/docx.ts';
import { readHtml, writeHtmlPage } from '../../src/html.ts';
import { readMarkdown, writeMarkdown } from '../../src/markdown.ts';
import { schema } from '../../src/schema/schema.ts';

const golden = (name: string): string => `${import.meta.dirname}/sample/${name}`;
const sample = readFileSync(golden('sample.md'), 'utf8');
const document = readMarkdown(sample).result.content;

/** One transparent pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const bytes = Uint8Array.from(atob(PIXEL), (letter) => letter.codePointAt(0) ?? 0);

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

test('the sample has every block, inline node and mark of the schema', () => {
  const found = new Set<string>();
  document.descendants((node) => {
    found.add(node.type.name);
    for (const mark of node.marks) found.add(mark.type.name);
  });
  const all = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)];
  expect(all.filter((name) => !found.has(name))).toEqual(['doc']);
});

test('the sample as Markdown is what it was read from', async () => {
  const { result, losses } = writeMarkdown(document);
  expect(result).toBe(sample);
  await expect(asJson(losses)).toMatchFileSnapshot(golden('markdown-losses.json'));
});

test('the sample as a page reads as the same document', async () => {
  const { result, losses } = await writeHtmlPage(document, {
    title: '',
    language: 'en',
    picture: async (src) => (src.endsWith('house.png') ? `data:image/png;base64,${PIXEL}` : null),
  });
  await expect(result).toMatchFileSnapshot(golden('page.html'));
  await expect(asJson(losses)).toMatchFileSnapshot(golden('page-losses.json'));
  const linked = { title: '', language: 'en', picture: async () => null };
  const page = await writeHtmlPage(document, linked);
  expect(readHtml(page.result).result.toJSON()).toEqual(document.toJSON());
});

test('the sample as a Word file comes back with what its report does not name', async () => {
  const { result, losses } = await writeDocx(document, {
    title: 'Sample',
    picture: async (src) =>
      src.endsWith('tree.png') ? { bytes, type: 'png', width: 640, height: 320 } : null,
  });
  await expect(asJson(losses)).toMatchFileSnapshot(golden('docx-losses.json'));
  const read = await readDocx(new Uint8Array(await result.arrayBuffer()), async (_bytes, name) => {
    return `https://files.example/${name.slice(name.lastIndexOf('.') + 1)}`;
  });
  expect(read?.result.title).toBe('Sample');
  expect(read?.losses).toEqual([]);
  read?.result.content.check();
  const after = read === null ? '' : writeMarkdown(read.result.content).result;
  await expect(after).toMatchFileSnapshot(golden('after-docx.md'));
});
