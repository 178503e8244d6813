// @vitest-environment jsdom
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readHtml, writeHtmlPage } from '../../src/html.ts';
import { anyDocument, documentOf } from './generated-documents.ts';

const linked = { title: '', language: 'en', picture: async () => null };

test('what is written as a page reads as the same document', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (json) => {
      const document = documentOf(json);
      const { result } = await writeHtmlPage(document, linked);
      expect(JSON.stringify(readHtml(result).result), result).toBe(JSON.stringify(document));
    }),
    { numRuns: 60 },
  );
});

const picture = {
  type: 'doc',
  content: [
    { type: 'image', attrs: { src: 'https://a.example/a.png', alt: 'A' } },
    { type: 'image', attrs: { src: 'https://a.example/b.png', alt: 'B' } },
  ],
};

test('pictures are put into the page, and those that can’t be had are linked and reported', async () => {
  const { result, losses } = await writeHtmlPage(documentOf(picture), {
    ...linked,
    picture: async (src) => (src.endsWith('a.png') ? 'data:image/png;base64,AA==' : null),
  });
  expect(result).toContain('<img src="data:image/png;base64,AA==" alt="A">');
  expect(result).toContain('<img src="https://a.example/b.png" alt="B">');
  expect(losses).toEqual([{ kind: 'pictureLinked', count: 1, example: 'https://a.example/b.png' }]);
});

test('a page runs nothing and says so to the browser', async () => {
  const { result } = await writeHtmlPage(
    documentOf({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: '<script>alert(1)</script>',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(2)' } }],
            },
          ],
        },
        { type: 'image', attrs: { src: 'javascript:alert(3)', alt: '"><script>' } },
      ],
    }),
    { ...linked, title: '</title><script>' },
  );
  expect(result).toContain("default-src 'none'");
  expect(result).not.toMatch(/<script|href="javascript|src="javascript/);
});

test('contents are links to the headings', async () => {
  const { result } = await writeHtmlPage(
    documentOf({
      type: 'doc',
      content: [
        { type: 'tableOfContents' },
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'One & two' }] },
      ],
    }),
    linked,
  );
  expect(result).toContain('<li data-level="2"><a href="#heading-1">One &amp; two</a></li>');
  expect(result).toContain('<h2 id="heading-1">One &amp; two</h2>');
});
