// @vitest-environment jsdom
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { afterEach, describe, expect, it } from 'vitest';

import { openEditor } from './support/open-editor.ts';

const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

/** Types as the browser tells an editor of it: what no rule takes becomes a letter; ⏎ is the Enter key. */
function typed(keys: string): string {
  const editor = openEditor();
  opened.push(editor);
  for (const key of Array.from(keys)) {
    if (key === '⏎') press(editor, 'Enter');
    else type(editor, key);
  }
  return editor.state.doc.children.map(written).join(' ');
}

function type({ view }: Editor, letter: string): void {
  const { from, to } = view.state.selection;
  const insert = () => view.state.tr.insertText(letter, from, to);
  const isTaken = view.someProp('handleTextInput', (take) => take(view, from, to, letter, insert));
  if (isTaken !== true) view.dispatch(insert());
}

function press({ view }: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', { key });
  view.someProp('handleKeyDown', (take) => take(view, event));
}

/** A block in few signs, such as `heading[4](a bold(b))`. */
function written(node: Node): string {
  const { level, language, kind, checked, start, latex } = node.attrs as Record<string, unknown>;
  const values = [
    level,
    language,
    kind,
    latex,
    checked === true ? 'x' : null,
    start === 1 ? null : start,
  ];
  const attrs = values.map((value) =>
    typeof value === 'string' || typeof value === 'number' ? `[${value}]` : '',
  );
  const marked = node.marks.reduce((inner, { type: { name }, attrs: { href } }) => {
    return href === undefined ? `${name}(${inner})` : `${name}[${String(href)}](${inner})`;
  }, node.text ?? '');
  if (node.isText) return marked;
  return `${node.type.name}${attrs.join('')}(${node.children.map(written).join(node.isTextblock ? '' : ' ')})`;
}

describe('Markdown that is typed', () => {
  it.each([
    ['# a', 'heading[1](a)'],
    ['## a', 'heading[2](a)'],
    ['### a', 'heading[3](a)'],
    ['#### a', 'heading[4](a)'],
    ['##### a', 'paragraph(##### a)'],
    ['- a', 'bulletList(listItem(paragraph(a)))'],
    ['* a', 'bulletList(listItem(paragraph(a)))'],
    ['+ a', 'bulletList(listItem(paragraph(a)))'],
    ['1. a', 'orderedList(listItem(paragraph(a)))'],
    ['3. a', 'orderedList[3](listItem(paragraph(a)))'],
    ['[ ] a', 'taskList(taskItem(paragraph(a)))'],
    ['[x] a', 'taskList(taskItem[x](paragraph(a)))'],
    ['> a', 'blockquote(paragraph(a))'],
    ['[!tip] a', 'callout[tip](paragraph(a))'],
    ['[!Caution] a', 'callout[danger](paragraph(a))'],
    ['>> a', 'details(detailsSummary(a) detailsContent(paragraph()))'],
    ['```js a', 'codeBlock[js](a)'],
    ['```js⏎a', 'codeBlock[js](a)'],
    ['```⏎# a', 'codeBlock(# a)'],
    ['~~~ a', 'codeBlock(a)'],
    ['---', 'horizontalRule() paragraph()'],
    ['$$x^2$$⏎', 'blockMath[x^2]() paragraph()'],
  ])('“%s” is a block: %s', (keys, expected) => {
    expect(typed(keys)).toBe(expected);
  });

  it.each([
    ['**a** b', 'bold(a) b'],
    ['__a__ b', 'bold(a) b'],
    ['*a* b', 'italic(a) b'],
    ['_a_ b', 'italic(a) b'],
    ['~~a~~ b', 'strike(a) b'],
    ['`a` b', 'code(a) b'],
    ['==a== b', 'highlight(a) b'],
    ['H~2~O', 'Hsubscript(2)O'],
    ['x^2^ + y', 'xsuperscript(2) + y'],
    ['[a](https://example.org) b', 'link[https://example.org](a) b'],
    ['https://example.org b', 'link[https://example.org](https://example.org) b'],
    ['$x^2$ b', 'inlineMath[x^2]() b'],
  ])('“%s” is formatted: %s', (keys, expected) => {
    expect(typed(keys)).toBe(`paragraph(${expected})`);
  });

  it.each([
    'a # b',
    '2 * 3 * 4',
    'a ** b ** c',
    'a **b ** c',
    'a * b* c',
    'a _ b _ c',
    'a ~~ b ~~ c',
    'snake_case_name',
    'a == b == c',
    '~ 5 ~',
    '[a](javascript:alert(1)) b',
  ])('“%s” stays as it is', (keys) => {
    expect(typed(keys)).toBe(`paragraph(${keys})`);
  });

  it('is nothing but letters in code', () => {
    expect(typed('```⏎**a** 1. - ==b==')).toBe('codeBlock(**a** 1. - ==b==)');
  });
});
