import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';

import { extensions, schema } from '../src/schema.ts';

/** What the schema would draw: the first element of a node's or mark's DOM spec, with its attributes. */
function drawn(spec: unknown): unknown {
  return Array.isArray(spec) ? spec[1] : undefined;
}

const hostile = [
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' data:text/html,x',
  '//evil.example',
  '/here',
  7,
];

describe('the schema', () => {
  it.each(hostile)('draws a link to %j without an address', (href) => {
    const mark = schema.mark('link', { href });
    expect(drawn(schema.marks['link']?.spec.toDOM?.(mark, true))).not.toHaveProperty('href');
  });

  it.each(['https://example.org/a', 'mailto:ada@example.org', 'tel:+3212345'])(
    'draws a link to %s',
    (href) => {
      const mark = schema.mark('link', { href, target: '_self', rel: '' });
      expect(drawn(schema.marks['link']?.spec.toDOM?.(mark, true))).toMatchObject({
        href,
        target: '_blank',
        rel: 'noopener noreferrer nofollow',
      });
    },
  );

  it.each([...hostile, 'data:image/png;base64,AAAA', 'mailto:a@b.c'])(
    'draws no picture from %j',
    (src) => {
      const node = schema.node('image', { src, alt: 'x' });
      expect(drawn(schema.nodes['image']?.spec.toDOM?.(node))).not.toHaveProperty('src');
    },
  );

  it('draws a picture from the web, and does not tell its server where it is shown', () => {
    const node = schema.node('image', { src: 'https://example.org/a.png' });
    expect(drawn(schema.nodes['image']?.spec.toDOM?.(node))).toMatchObject({
      src: 'https://example.org/a.png',
      referrerpolicy: 'no-referrer',
    });
  });

  it('has four levels of headings and nested tasks', () => {
    expect(() => schema.node('heading', { level: 4 })).not.toThrow();
    const task = (content: Parameters<typeof schema.node>[2]) =>
      schema.node('taskItem', null, content);
    const nested = task([
      schema.node('paragraph'),
      schema.node('taskList', null, [task([schema.node('paragraph')])]),
    ]);
    expect(() => nested.check()).not.toThrow();
  });
});

describe('a change that came from another person', () => {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph' }] };
  const row = (cells: number) => ({
    type: 'tableRow',
    content: Array.from({ length: cells }, () => cell),
  });

  function stateWith(...rows: number[]): EditorState {
    const content = { type: 'doc', content: [{ type: 'table', content: rows.map(row) }] };
    const editor = new Editor({ element: null, extensions, content });
    return EditorState.create({ doc: editor.state.doc, plugins: editor.extensionManager.plugins });
  }

  function problems(after: EditorState): unknown {
    const table = after.doc.firstChild;
    return table === null ? 'no table' : TableMap.get(table).problems;
  }

  it('is not repaired here, or every reader would add cells to the same table', () => {
    const state = stateWith(2, 2);
    const change = () => state.tr.insert(1, state.schema.nodeFromJSON(row(3)));
    expect(problems(state.apply(change()))).toBeNull();
    const remote = change().setMeta(ySyncPluginKey, { isChangeOrigin: true });
    expect(problems(state.apply(remote))).not.toBeNull();
  });
});
