import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';

import { schema } from '@indelible/document/schema';

import { blocksOf } from '../src/moving/block-range.ts';
import { moveBy, moveTo } from '../src/moving/move.ts';

type Json = Record<string, unknown>;
const p = (text: string): Json => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const of = (type: string, ...content: Json[]): Json => ({ type, content });
const item = (...content: Json[]): Json => of('listItem', ...content);
const list = (...items: Json[]): Json => of('bulletList', ...items);

/** A page with the caret, or the selection, on words. */
function page(content: Json[], from: string, to = from): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content });
  const at = (text: string): number => {
    let found = -1;
    doc.descendants((node, position) => {
      if (node.isText && node.text === text) found = position;
    });
    return found;
  };
  const selection = TextSelection.create(doc, at(from), at(to));
  return EditorState.create({ doc, selection });
}

/** What a page looks like: a word for each line, brackets for what holds others. */
function spell(node: EditorState['doc']): string {
  if (node.isTextblock) return node.textContent || '_';
  const inside = node.children.map(spell).join(' ');
  const name = node.type.name;
  if (name === 'doc') return inside;
  return `${name === 'listItem' ? '' : (name[0] ?? '')}(${inside})`;
}

function moved(content: Json[], direction: 'up' | 'down', from: string, to = from): string | null {
  const state = page(content, from, to);
  const range = blocksOf(state.selection);
  const move = range && moveBy(state.tr, range, direction);
  if (!move) return null;
  move.tr.doc.check();
  expect(move.tr.selection.$from.parent.textContent).toBe(from);
  return spell(move.tr.doc);
}

test('a block goes past the one before or after it, and no further than the ends of the page', () => {
  expect(moved([p('a'), p('b'), p('c')], 'up', 'b')).toBe('b a c');
  expect(moved([p('a'), p('b'), p('c')], 'down', 'b')).toBe('a c b');
  expect(moved([p('a'), p('b')], 'up', 'a')).toBeNull();
  expect(moved([p('a'), list(item(p('b')))], 'down', 'a')).toBe('b((b)) a');
});

test('several selected blocks go together', () => {
  expect(moved([p('a'), p('b'), p('c'), p('d')], 'up', 'b', 'c')).toBe('b c a d');
  expect(moved([p('a'), list(item(p('b')), item(p('c')), item(p('d')))], 'up', 'c', 'd')).toBe(
    'a b((c) (d) (b))',
  );
  // Parts of two lists are both lists.
  expect(moved([list(item(p('a'))), p('b'), p('c')], 'down', 'a', 'b')).toBe('c b((a)) b');
});

test('an item goes with what is in it, out of an inner list, and past what is above the list', () => {
  const nested = list(item(p('a')), item(p('b'), list(item(p('c')), item(p('d')))));
  expect(moved([nested], 'up', 'b')).toBe('b((b b((c) (d))) (a))');
  expect(moved([nested], 'up', 'c')).toBe('b((a) (c) (b b((d))))');
  expect(moved([nested], 'down', 'd')).toBe('b((a) (b b((c))) (d))');
  expect(moved([p('x'), list(item(p('a')), item(p('b')))], 'up', 'a')).toBe('b((a)) x b((b))');
});

test('what is alone in a quote or a list takes it along; of several one leaves it', () => {
  expect(moved([p('a'), of('blockquote', p('b'))], 'up', 'b')).toBe('b(b) a');
  expect(moved([p('a'), of('blockquote', p('b'), p('c'))], 'up', 'b')).toBe('a b b(c)');
  expect(moved([p('a'), list(item(p('b')))], 'up', 'b')).toBe('b((b)) a');
});

test('a cell’s only line moves the table, a toggle’s head the toggle', () => {
  const table = of('table', of('tableRow', of('tableCell', p('b')), of('tableCell', p('c'))));
  expect(moved([p('a'), table], 'up', 'b')).toBe('t(t(t(b) t(c))) a');
  const toggle = of(
    'details',
    of('detailsSummary', { type: 'text', text: 'b' }),
    of('detailsContent', p('c')),
  );
  expect(moved([p('a'), toggle], 'up', 'b')).toBe('d(b d(c)) a');
});

function dragged(content: Json[], from: string, target: number): string | null {
  const state = page(content, from);
  const range = blocksOf(state.selection);
  const move = range && moveTo(state.tr, range, target);
  move?.tr.doc.check();
  return move ? spell(move.tr.doc) : null;
}

test('a paragraph dropped between items is an item, an item dropped between paragraphs a list', () => {
  const content = [p('a'), list(item(p('b')), item(p('c')))];
  // Behind the item b.
  expect(dragged(content, 'a', 9)).toBe('b((b) (a) (c))');
  expect(dragged(content, 'b', 0)).toBe('b((b)) a b((c))');
});

test('a list that is emptied goes, a cell that is emptied stays', () => {
  expect(dragged([p('a'), list(item(p('b')))], 'b', 0)).toBe('b((b)) a');
  const table = of(
    'table',
    of('tableRow', of('tableCell', p('b'), p('x')), of('tableCell', p('c'))),
  );
  expect(dragged([p('a'), table], 'b', 0)).toBe('b a t(t(t(x) t(c)))');
});

test('nothing is dropped into itself', () => {
  expect(dragged([p('a'), of('blockquote', p('b'), p('c'))], 'a', 2)).toBeNull();
});
