import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { contentOf, setTitle } from '../../src/index.ts';
import { markdownOf } from '../../src/markdown.ts';

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

const text = (words: string): Y.XmlText => new Y.XmlText(words);

test('a Yjs document is written with its title', () => {
  const doc = new Y.Doc();
  setTitle(doc, 'Plan #1');
  contentOf(doc).insert(0, [element('paragraph', text('Hello'))]);
  expect(markdownOf(doc)).toEqual({ result: '# Plan #1\n\nHello\n', losses: [] });
});

test('the words of what the schema does not know are kept', () => {
  const doc = new Y.Doc();
  const strange = element(
    'poem',
    element('verse', text('Roses')),
    element('tableRow', text('Violets')),
  );
  contentOf(doc).insert(0, [strange, element('listItem', element('paragraph', text('Lost')))]);
  expect(markdownOf(doc).result).toBe('Roses\n\nViolets\n\nLost\n');
});

test('a document nested deeper than any editor would is read', () => {
  const doc = new Y.Doc();
  contentOf(doc).insert(0, [element('paragraph', text('top'))]);
  let inner: Y.XmlFragment = contentOf(doc);
  for (let level = 0; level < 1000; level += 1) {
    const quote = new Y.XmlElement('blockquote');
    inner.insert(inner.length, [quote]);
    inner = quote;
  }
  expect(markdownOf(doc).result.startsWith('top\n')).toBe(true);
});
