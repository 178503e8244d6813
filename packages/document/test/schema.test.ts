import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';

import { extensions, schema } from '../src/schema/schema.ts';

/** What the schema would draw: the first element of a node's or mark's DOM spec, with its attributes. */
function drawn(spec: unknown): unknown {
  return Array.isArray(spec) ? spec[1] : undefined;
}

/** What would be drawn of the picture in a figure. */
function picture(src: unknown): unknown {
  const spec: unknown = schema.nodes['image']?.spec.toDOM?.(
    schema.node('image', { src, alt: 'x' }),
  );
  return Array.isArray(spec) ? drawn(spec[2]) : undefined;
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
      expect(picture(src)).toHaveProperty('alt', 'x');
      expect(picture(src)).not.toHaveProperty('src');
    },
  );

  it('draws a picture from the web, and does not tell its server where it is shown', () => {
    expect(picture('https://example.org/a.png')).toMatchObject({
      src: 'https://example.org/a.png',
      referrerpolicy: 'no-referrer',
    });
  });

  it.each([...hostile, 'data:video/mp4;base64,AAAA', 'mailto:a@b.c'])(
    'draws no film, file or frame from %j',
    (src) => {
      for (const name of ['video', 'file', 'embed']) {
        const spec: unknown = schema.nodes[name]?.spec.toDOM?.(schema.node(name, { src }));
        expect(drawn(spec)).toBeTypeOf('object');
        expect(JSON.stringify(spec)).not.toContain(JSON.stringify(src));
      }
    },
  );

  it('draws no colour but those that have a name', () => {
    const spec = (name: string, color: unknown) =>
      drawn(schema.marks[name]?.spec.toDOM?.(schema.mark(name, { color }), true));
    expect(spec('highlight', 'teal')).toEqual({ 'data-color': 'teal' });
    expect(spec('highlight', 'url(x)')).toEqual({ 'data-color': 'yellow' });
    expect(spec('textColor', 'red; x')).toEqual({});
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
