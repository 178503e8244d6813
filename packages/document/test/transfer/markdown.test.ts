// @vitest-environment jsdom
import type { JSONContent } from '@tiptap/core';
import { expect, test } from 'vitest';

import { readMarkdown, takeTitle, titleHeading, writeMarkdown } from '../../src/markdown.ts';
import { schema } from '../../src/schema/schema.ts';

const text = (words: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});

const written = (...content: JSONContent[]): string =>
  writeMarkdown(schema.nodeFromJSON({ type: 'doc', content })).result.trimEnd();

const paragraph = (...content: JSONContent[]): JSONContent => ({ type: 'paragraph', content });

const read = (markdown: string): string => readMarkdown(markdown).result.content.toString();

test('prose is written without needless escapes', () => {
  const prose =
    'It’s snake_case, 2 * 3 = 6, a - b + c (really), $5 or 10 %! Yes: #1 & <3; ~4 at 5^2.';
  expect(written(paragraph(text(prose)))).toBe(prose);
});

test('what would mean something is escaped', () => {
  expect(written(paragraph(text('# not a heading')))).toBe(String.raw`\# not a heading`);
  expect(written(paragraph(text('1. not a list')))).toBe(String.raw`1\. not a list`);
  expect(written(paragraph(text('*stars* [x](y) `code` <b>')))).toBe(
    String.raw`\*stars\* \[x](y) \`code\` \<b>`,
  );
  expect(written(paragraph(text('from $5$ to $6$')))).toBe(String.raw`from \$5\$ to \$6\$`);
});

test('spaces at the edges of marks stand outside their signs', () => {
  expect(written(paragraph(text('a'), text(' bold ', 'bold'), text('c')))).toBe('a **bold** c');
});

test('marks that overlap are nested', () => {
  const line = paragraph(
    text('one ', 'bold'),
    text('two', 'bold', 'italic'),
    text(' three', 'italic'),
  );
  expect(written(line)).toBe('**one *two*** *three*');
});

test('bold that the signs can’t say is written with tags', () => {
  expect(written(paragraph(text('a'), text('(b)', 'bold'), text('c')))).toBe(
    String.raw`a<strong>\(b\)</strong>c`,
  );
});

test('an address that would run something is left out and reported', () => {
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
  const { result, losses } = writeMarkdown(
    schema.nodeFromJSON({
      type: 'doc',
      content: [paragraph({ type: 'text', text: 'x', marks: [link] })],
    }),
  );
  expect(result).toBe('x\n');
  expect(losses).toEqual([{ kind: 'unsafeAddress', count: 1, example: 'javascript:alert(1)' }]);
});

test('empty lines between others are reported, the last of a document is not', () => {
  const lines = [
    paragraph(text('a')),
    { type: 'paragraph' },
    paragraph(text('b')),
    { type: 'paragraph' },
  ];
  const { result, losses } = writeMarkdown(schema.nodeFromJSON({ type: 'doc', content: lines }));
  expect(result).toBe('a\n\nb\n');
  expect(losses).toEqual([{ kind: 'emptyLine', count: 1 }]);
});

test('GitHub’s tables, tasks, strikes and alerts are read', () => {
  expect(read('| a | b |\n|:-:|---|\n| ~~c~~ | d |')).toBe(
    'doc(table(tableRow(tableHeader(paragraph("a")), tableHeader(paragraph("b"))), ' +
      'tableRow(tableCell(paragraph(strike("c"))), tableCell(paragraph("d")))))',
  );
  expect(read('* [x] a\n* [ ] b\n* c')).toBe(
    'doc(taskList(taskItem(paragraph("a")), taskItem(paragraph("b"))), bulletList(listItem(paragraph("c"))))',
  );
  expect(read('> [!CAUTION]\n> Hot')).toBe('doc(callout(paragraph("Hot")))');
  expect(read('> [!odd\n> Hot')).toBe('doc(blockquote(paragraph("[!odd Hot")))');
});

test('formulas are read, and prices are not taken for them', () => {
  expect(read('It is $x^2$ here.')).toBe('doc(paragraph("It is ", inlineMath, " here."))');
  expect(read('From $5 to $10.')).toBe('doc(paragraph("From $5 to $10."))');
  expect(read('$$\na\n\nb\n$$')).toBe('doc(blockMath)');
});

test('low, high and marked text is read, and single signs are not', () => {
  expect(read('H~2~O, x^2^, ==key==')).toBe(
    'doc(paragraph("H", subscript("2"), "O, x", superscript("2"), ", ", highlight("key")))',
  );
  expect(read('~5 and 2^3 == 8')).toBe('doc(paragraph("~5 and 2^3 == 8"))');
});

test('addresses in the text become links', () => {
  expect(read('See https://a.example/b.')).toBe(
    'doc(paragraph("See ", link("https://a.example/b"), "."))',
  );
});

test('a picture in a line becomes a block, and one that can’t be loaded is reported', () => {
  expect(read('a ![b](https://a.example/c.png) d')).toBe(
    'doc(paragraph("a"), image, paragraph("d"))',
  );
  const { result, losses } = readMarkdown('![Plan](plan.png)');
  expect(result.content.toString()).toBe('doc(paragraph)');
  expect(losses).toEqual([{ kind: 'picture', count: 1, example: 'Plan' }]);
});

test('hostile HTML leaves its words', () => {
  const { content } = readMarkdown(
    '<img src=x onerror=alert(1)><script>alert(2)</script>\n\n<a href="javascript:alert(3)" onclick="x()">a</a>',
  ).result;
  expect(JSON.stringify(content)).not.toContain('alert');
  expect(content.textContent).toBe('a');
});

test('front matter gives the title, and what else it says is reported', () => {
  const { result, losses } = readMarkdown('---\ntitle: "Plan"\ntags: [a]\n---\n\nText');
  expect(result.title).toBe('Plan');
  expect(result.content.toString()).toBe('doc(paragraph("Text"))');
  expect(losses.map(({ kind }) => kind)).toEqual(['frontMatter']);
});

test('a first heading is the title', () => {
  const { title, content } = takeTitle(readMarkdown(`${titleHeading('A * B')}Text`).result);
  expect(title).toBe('A * B');
  expect(content.toString()).toBe('doc(paragraph("Text"))');
  expect(takeTitle(readMarkdown('# Only').result).content.toString()).toBe('doc(paragraph)');
  expect(takeTitle(readMarkdown('## Not').result).title).toBeNull();
});
