// @vitest-environment jsdom
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { readDocx } from '../../src/docx.ts';
import { writeMarkdown } from '../../src/markdown.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const STYLES = `<w:styles ${W}>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>`;

const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;

const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="https://a.example/"/><Relationship Id="rId2" Target="javascript:alert(1)"/></Relationships>`;

function file(body: string, others: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    'word/_rels/document.xml.rels': strToU8(RELATIONS),
    ...others,
  });
}

const run = (text: string, format = ''): string =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (content: string, format = ''): string =>
  `<w:p><w:pPr>${format}</w:pPr>${content}</w:p>`;
const item = (text: string, level: number): string =>
  line(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

async function read(body: string) {
  const carried = await readDocx(file(body));
  if (carried === null) throw new Error('it was not read');
  carried.result.content.check();
  return { markdown: writeMarkdown(carried.result.content).result, losses: carried.losses };
}

test('headings are known by what their styles are called and based on, in any language', async () => {
  const { markdown } = await read(
    line(run('One'), '<w:pStyle w:val="berschrift2"/>') +
      line(run('Two'), '<w:pStyle w:val="Mine"/>') +
      line(run('Three'), '<w:pStyle w:val="Loop"/>'),
  );
  expect(markdown).toBe('## One\n\n## Two\n\nThree\n');
});

test('numbered lists keep their levels and where they start', async () => {
  const { markdown } = await read(item('a', 0) + item('b', 1) + item('c', 0));
  expect(markdown).toBe('3. a\n   1. b\n4. c\n');
});

test('links are read from relations and from fields, and unsafe ones are only words', async () => {
  const { markdown, losses } = await read(
    line(
      `<w:hyperlink r:id="rId1">${run('one')}</w:hyperlink>${run(' ')}` +
        `<w:hyperlink r:id="rId2">${run('two')}</w:hyperlink>${run(' ')}` +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r>' +
        `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('three')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  );
  expect(markdown).toBe('[one](https://a.example/) two [three](https://b.example/)\n');
  expect(losses.map(({ kind }) => kind)).toEqual(['unsafeAddress']);
});

test('tracked changes are accepted, hidden words left out, and notes and comments reported', async () => {
  const { markdown, losses } = await read(
    line(
      `${run('a')}<w:ins>${run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>${run('d', '<w:vanish/>')}` +
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>',
    ),
  );
  expect(markdown).toBe('ab\n');
  expect(losses).toEqual([
    { kind: 'comment', count: 1 },
    { kind: 'note', count: 1 },
    { kind: 'trackedChange', count: 2, example: 'b' },
  ]);
});

test('cells that Word merges downwards are one', async () => {
  const cell = (text: string, format = ''): string =>
    `<w:tc><w:tcPr>${format}</w:tcPr>${line(run(text))}</w:tc>`;
  const { markdown } = await read(
    `<w:tbl><w:tr>${cell('a', '<w:vMerge w:val="restart"/>')}${cell('b')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('c', '<w:shd w:fill="FBDAD7"/>')}</w:tr></w:tbl>`,
  );
  expect(markdown).toContain('<td rowspan="2"><p>a</p></td><td><p>b</p></td></tr>');
  expect(markdown).toContain('<tr><td data-background="red"><p>c</p></td></tr>');
});

test('what is no Word file is none', async () => {
  expect(await readDocx(strToU8('hello'))).toBeNull();
  expect(await readDocx(zipSync({ 'a.txt': strToU8('a') }))).toBeNull();
});

test('a file that would unpack to far more than it holds is refused', async () => {
  const body = { 'word/media/a.png': new Uint8Array(1000) };
  expect(await readDocx(file(line(run('a')), body))).not.toBeNull();
  expect(await readDocx(claim(file(line(run('a')), body), 130_000_000))).toBeNull();
});

/** The archive, whose directory says that its last part unpacks to so many bytes. */
function claim(archive: Uint8Array, size: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const ENTRY = 0x02014b50;
  let last = -1;
  for (let at = 0; at + 4 <= archive.length; at += 1) {
    if (view.getUint32(at, true) === ENTRY) last = at;
  }
  view.setUint32(last + 24, size, true);
  return archive;
}

test('XML that declares entities is refused', async () => {
  const hostile = `<!DOCTYPE a [<!ENTITY b "bb">]><w:document ${W}><w:body>${line(run('&b;'))}</w:body></w:document>`;
  expect(await readDocx(zipSync({ 'word/document.xml': strToU8(hostile) }))).toBeNull();
});
