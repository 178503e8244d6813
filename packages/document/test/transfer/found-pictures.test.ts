// @vitest-environment jsdom
import { expect, test } from 'vitest';

import { writeDocx } from '../../src/docx.ts';
import { readFile } from '../../src/files.ts';
import { readMarkdown, writeMarkdown } from '../../src/markdown.ts';
import { cleanPaste, FoundPictures } from '../../src/paste.ts';

/** A picture as far as its first bytes say. */
const png = Uint8Array.from({ length: 300 }, (_none, at) => [0x89, 0x50, 0x4e, 0x47][at] ?? 7);
const gif = Uint8Array.from({ length: 43 }, (_none, at) => [0x47, 0x49, 0x46, 0x38][at] ?? 0);
const dataOf = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${btoa(String.fromCodePoint(...bytes))}`;

test('pictures inside of a Word file are found, and put where they belong with their captions', async () => {
  const document = readMarkdown('before\n\n![Plan](https://a.example/p.png)\n\nafter\n');
  const { result } = await writeDocx(document.result.content, {
    title: '',
    picture: async () => ({ bytes: png, type: 'png', width: 40, height: 20 }),
  });
  const read = await readFile(new File([result], 'House.DOCX'));
  if (read === null) throw new Error('it was not read');
  expect(read.losses).toEqual([]);
  const [[standIn, picture] = ['', null]] = [...read.pictures.all()];
  expect(picture?.bytes).toEqual(png);
  expect(picture?.type).toBe('image/png');

  const address = 'https://files.example/p.png';
  const settled = read.pictures.settle(read.result.content, new Map([[standIn, address]]));
  expect(writeMarkdown(settled).result).toContain(address);
  const without = read.pictures.settle(read.result.content, new Map());
  without.check();
  expect(writeMarkdown(without).result).toBe('before\n\nafter\n');
});

test('pictures within HTML are found, spacers left out, and what is none is reported', async () => {
  const html =
    `<p>a</p><img alt="Plan" src="${dataOf(png, 'image/png')}"><img src="${dataOf(gif, 'image/gif')}">` +
    `<img alt="Old" src="${dataOf(new Uint8Array(300), 'image/x-emf')}"><table><tr><td><img src="${dataOf(png, 'image/png')}"></td></tr></table>`;
  const read = await readFile(new File([html], 'page.htm'));
  expect(read?.pictures.all().size).toBe(2);
  expect(read?.losses).toEqual([{ kind: 'picture', count: 1, example: 'Old' }]);
  const settled = read?.pictures.settle(read.result.content, new Map());
  settled?.check();
  expect(JSON.stringify(settled?.toJSON())).not.toContain('picture.invalid');
});

test('nothing that is pasted is taken for a picture that was found elsewhere', () => {
  const found = new FoundPictures();
  const standIn = found.keep(png, 'a.png');
  const other = new FoundPictures();
  cleanPaste(`<img src="${dataOf(png, 'image/png')}">`, other);
  expect(other.of(standIn)).toBeNull();
  expect(found.of(standIn)?.name).toBe('a.png');
  expect(cleanPaste(`<img src="${dataOf(png, 'image/png')}">`).losses).toEqual([
    { kind: 'picture', count: 1 },
  ]);
});
