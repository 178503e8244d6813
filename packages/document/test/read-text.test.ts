import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { contentOf, readText, seedUpdate } from '../src/index.ts';
import { schema } from '../src/schema/schema.ts';

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const cell = (value: string) => ({ type: 'tableCell', content: [paragraph(text(value))] });
const task = (checked: boolean, ...content: object[]) => ({
  type: 'taskItem',
  attrs: { checked },
  content,
});

const rich = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Tea')] },
    paragraph(
      text('Brew '),
      text('slowly', 'bold', 'italic'),
      { type: 'hardBreak' },
      text('and wait.'),
    ),
    paragraph(
      text('Ask '),
      { type: 'mention', attrs: { kind: 'person', id: '1', label: 'Ada' } },
      text(' by '),
      { type: 'date', attrs: { value: '2026-11-21' } },
      text(' for '),
      { type: 'inlineMath', attrs: { latex: 'E=mc^2' } },
    ),
    { type: 'callout', content: [paragraph(text('mind the steam'))] },
    {
      type: 'details',
      content: [
        { type: 'detailsSummary', content: [text('more')] },
        { type: 'detailsContent', content: [paragraph(text('hidden'))] },
      ],
    },
    { type: 'blockMath', attrs: { latex: 'a+b' } },
    { type: 'file', attrs: { src: 'https://example.org/a.pdf', name: 'a.pdf' } },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('leaf'))] }] },
    {
      type: 'taskList',
      content: [
        task(true, paragraph(text('boil')), {
          type: 'taskList',
          content: [task(false, paragraph(text('fill kettle')))],
        }),
      ],
    },
    { type: 'blockquote', content: [paragraph(text('a quote'))] },
    { type: 'codeBlock', content: [text('one()\ntwo()')] },
    { type: 'horizontalRule' },
    { type: 'image', attrs: { src: 'https://example.org/t.png', alt: 'a teapot' } },
    {
      type: 'image',
      attrs: { src: 'https://example.org/c.png' },
      content: [text('A cup, after')],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('1'), cell('2')] },
        { type: 'tableRow', content: [cell('3'), cell('4')] },
      ],
    },
    paragraph(),
  ],
};

describe('readText', () => {
  it('gives one line for each block of a rich document, without any markup', () => {
    const doc = new Y.Doc();
    prosemirrorJSONToYXmlFragment(schema, rich, contentOf(doc));
    expect(readText(doc).split('\n')).toEqual([
      'Tea',
      'Brew slowly',
      'and wait.',
      'Ask Ada by 2026-11-21 for E=mc^2',
      'mind the steam',
      'more',
      'hidden',
      'a+b',
      'a.pdf',
      'leaf',
      'boil',
      'fill kettle',
      'a quote',
      'one()',
      'two()',
      'a teapot',
      'A cup, after',
      '1',
      '2',
      '3',
      '4',
      '',
    ]);
  });

  it('is empty for a new document', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedUpdate('Plans'));
    expect(readText(doc)).toBe('');
  });

  it('survives content nested deeper than any editor makes it', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      let parent: Y.XmlFragment = contentOf(doc);
      for (let depth = 0; depth < 20_000; depth += 1) {
        const child = new Y.XmlElement('blockquote');
        parent.insert(0, [child]);
        parent = child;
      }
    });
    expect(readText(doc)).toBe('');
  });
});
