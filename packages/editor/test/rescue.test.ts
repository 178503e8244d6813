import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { contentOf } from '@indelible/document';
import { copiesOf } from '@indelible/document/rescue';

import type { HeadlessWriter } from './support/headless-writer.ts';
import { LineOfWriters } from './support/line-of-writers.ts';
import { documentOf } from './support/lines-of-text.ts';
import { shapes } from './support/shapes.ts';

type Shape = keyof typeof shapes;

/** Two people at one server; what they do before `meet` they do without knowing of each other. */
function two(...lines: readonly string[]) {
  const line = new LineOfWriters(2, documentOf(...lines));
  const [ada, bo] = [line.seat(0), line.seat(1)];
  const meet = (): string => {
    line.comeToRest();
    expect(ada.writer.shape).toBe(bo.writer.shape);
    return ada.writer.shape;
  };
  return { line, ada, bo, meet };
}

function put(writer: HeadlessWriter, words: string, behind: string): void {
  writer.goBehind(behind);
  writer.type(words);
}

function shape(writer: HeadlessWriter, kind: Shape, behind: string): void {
  writer.goBehind(behind);
  if (kind === 'join') writer.goTo(writer.state.selection.$from.start());
  expect(writer.run(shapes[kind])).toBe(true);
}

describe('words that one types into a paragraph while another', () => {
  it.each<[string, Shape, string]>([
    ['makes it a heading', 'heading', 'paragraph("tea"), heading("green and black")'],
    [
      'makes it a list',
      'bullets',
      'paragraph("tea"), bulletList(listItem(paragraph("green and black")))',
    ],
    ['quotes it', 'quote', 'paragraph("tea"), blockquote(paragraph("green and black"))'],
    ['makes it code', 'code', 'paragraph("tea"), codeBlock("green and black")'],
    ['joins it to the one before', 'join', 'paragraph("teagreen and black")'],
  ])('%s stay where they were typed', (_, kind, expected) => {
    const { ada, bo, meet } = two('tea', 'green black');
    put(ada.writer, ' and', 'green');
    shape(bo.writer, kind, 'green');
    expect(meet()).toBe(expected);
  });

  it('lifts it out of a list stay where they were typed', () => {
    const { ada, bo, meet } = two('green black');
    shape(bo.writer, 'bullets', 'green');
    meet();
    put(ada.writer, ' and', 'green');
    shape(bo.writer, 'lift', 'green');
    expect(meet()).toBe('paragraph("green and black")');
  });

  it('changes it again and again stay where they were typed', () => {
    const { ada, bo, meet } = two('green black');
    put(ada.writer, ' and', 'green');
    shape(bo.writer, 'bullets', 'green');
    put(bo.writer, 'ish', 'green');
    shape(bo.writer, 'lift', 'green');
    shape(bo.writer, 'quote', 'green');
    expect(meet()).toMatch(/^blockquote\(paragraph\("green(ish and| andish) black"\)\)$/);
  });

  it('makes it a list are in the list, though the paragraph was empty', () => {
    const { ada, bo, meet } = two('');
    ada.writer.type('tea');
    bo.writer.goTo(1);
    bo.writer.run(shapes.bullets);
    expect(meet()).toBe('bulletList(listItem(paragraph("tea")))');
  });

  it('deletes it become a paragraph of their own', () => {
    const { ada, bo, meet } = two('tea', 'green', 'cake');
    put(ada.writer, ' and black', 'green');
    bo.writer.dispatch((tr) => tr.delete(5, 12));
    expect(meet()).toBe('paragraph("tea"), paragraph(" and black"), paragraph("cake")');
  });

  it('makes it a list keep their formatting', () => {
    const { ada, bo, meet } = two('green black');
    put(ada.writer, ' and', 'green');
    ada.writer.goTo(6, 10);
    ada.writer.run(shapes.bold);
    shape(bo.writer, 'bullets', 'green');
    expect(meet()).toBe('bulletList(listItem(paragraph("green ", bold("and"), " black")))');
  });
});

describe('a block that one makes in a list or quote while another takes that apart', () => {
  it('is put beside where it was', () => {
    const { ada, bo, meet } = two('tea', 'cake');
    shape(bo.writer, 'quote', 'tea');
    meet();
    put(ada.writer, '!', 'tea');
    shape(ada.writer, 'split', 'tea!');
    ada.writer.type('coffee');
    shape(bo.writer, 'lift', 'tea');
    expect(meet()).toBe('paragraph("tea!"), paragraph("coffee"), paragraph("cake")');
  });

  it('is put into the list that replaces its own', () => {
    const { line, ada, bo, meet } = two('tea');
    shape(bo.writer, 'bullets', 'tea');
    meet();
    line.leave(bo);
    shape(ada.writer, 'split', 'tea');
    ada.writer.type('coffee');
    shape(bo.writer, 'lift', 'tea');
    shape(bo.writer, 'numbers', 'tea');
    expect(meet()).toBe('orderedList(listItem(paragraph("tea")), listItem(paragraph("coffee")))');
  });
});

describe('a block that no page can show as it is', () => {
  it('is shown with what it lacks', () => {
    const { ada, bo, meet } = two('tea', 'cake');
    shape(ada.writer, 'bullets', 'tea');
    const list = contentOf(ada.writer.doc).get(0);
    const item = list instanceof Y.XmlElement ? list.get(0) : null;
    if (!(item instanceof Y.XmlElement)) throw new Error('There is no list.');
    const heading = new Y.XmlElement('heading');
    heading.insert(0, [new Y.XmlText('green')]);
    ada.writer.doc.transact(() => {
      item.delete(0, 1);
      item.insert(0, [heading]);
    });
    expect(meet()).toContain('heading("green")');
    expect(contentOf(bo.writer.doc).toJSON()).toContain('green');
  });

  it('is taken apart into paragraphs with all its words', () => {
    const { ada, bo, meet } = two('tea');
    const row = new Y.XmlElement('tableRow');
    const words = ['green', 'black'].map((word) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(word)]);
      return paragraph;
    });
    row.insert(0, words);
    contentOf(ada.writer.doc).insert(1, [row]);
    expect(meet()).toBe('paragraph("tea"), paragraph("green"), paragraph("black")');
    expect(bo.writer.text).toBe('tea\ngreen\nblack');
  });
});

describe('two people who do the same at the same moment', () => {
  it.each<[Shape, string]>([
    ['split', 'paragraph("green"), paragraph(" black")'],
    ['bullets', 'bulletList(listItem(paragraph("green black")))'],
    ['heading', 'heading("green black")'],
  ])('do it once: %s', (kind, expected) => {
    const { ada, bo, meet } = two('green black');
    shape(ada.writer, kind, 'green');
    shape(bo.writer, kind, 'green');
    expect(meet()).toBe(expected);
  });

  it('cut a paragraph in different places into parts that are in their order', () => {
    for (const [first, second] of [
      ['one', 'two'],
      ['two', 'one'],
    ] as const) {
      const { ada, bo, meet } = two('one two three');
      shape(ada.writer, 'split', first);
      shape(bo.writer, 'split', second);
      meet();
      expect(ada.writer.text.replaceAll('\n', '')).toBe('one two three');
    }
  });

  it('keep what each has typed into their own copy', () => {
    const { ada, bo, meet } = two('green black');
    shape(ada.writer, 'split', 'green');
    put(ada.writer, 'ish', 'black');
    shape(bo.writer, 'split', 'green');
    put(bo.writer, 'est', 'black');
    meet();
    const words = ada.writer.text;
    expect(words).toContain('ish');
    expect(words).toContain('est');
    expect(words.match(/black/g)).toHaveLength(1);
  });
});

describe('what is given back', () => {
  it('is nothing when somebody deletes words that they have seen', () => {
    const { line, ada, bo, meet } = two('tea', 'green', 'cake');
    put(ada.writer, ' and black', 'green');
    meet();
    line.leave(ada);
    bo.writer.dispatch((tr) => tr.delete(5, 22));
    expect(meet()).toBe('paragraph("tea"), paragraph("cake")');
  });

  it('is nothing that its author has deleted', () => {
    const { ada, bo, meet } = two('green');
    put(ada.writer, ' and black', 'green');
    ada.writer.dispatch((tr) => tr.delete(6, 12));
    shape(bo.writer, 'bullets', 'green');
    expect(meet()).toBe('bulletList(listItem(paragraph("greenlack")))');
  });

  it('can be undone by its author, and stays when the other undoes the change of shape', () => {
    const { ada, bo, meet } = two('green');
    shape(bo.writer, 'bullets', 'green');
    put(ada.writer, ' tea', 'green');
    meet();
    bo.writer.history.undo();
    meet();
    expect(ada.writer.text).toContain('green');
    expect(ada.writer.text).toContain(' tea');
    bo.writer.history.redo();
    meet();
    while (ada.writer.history.canUndo()) ada.writer.history.undo();
    meet();
    expect(ada.writer.text).not.toContain('tea');
    expect(ada.writer.text).toContain('green');
  });

  it('includes what was typed off line before the page was loaded again', () => {
    const { line, ada, bo, meet } = two('green black');
    line.leave(ada);
    put(ada.writer, ' and', 'green');
    line.reload(ada);
    shape(bo.writer, 'bullets', 'green');
    line.send(bo);
    line.return(ada, false);
    expect(ada.writer.shape).toBe('bulletList(listItem(paragraph("green and black")))');
    expect(meet()).toBe('bulletList(listItem(paragraph("green and black")))');
  });

  it('includes what was typed by somebody who has left before the other comes back', () => {
    const { line, ada, bo } = two('green black');
    line.leave(bo);
    shape(bo.writer, 'bullets', 'green');
    put(ada.writer, ' and', 'green');
    line.send(ada);
    line.leave(ada);
    line.return(bo, false);
    expect(bo.writer.shape).toBe('bulletList(listItem(paragraph("green and black")))');
  });

  it('is put back by others only if its author does not', () => {
    const { line, ada, bo } = two('green black');
    put(ada.writer, ' and', 'green');
    line.send(ada);
    line.leave(ada);
    shape(bo.writer, 'bullets', 'green');
    line.receive(bo);
    expect(bo.writer.text).toBe('green black');
    bo.writer.losePatience();
    expect(bo.writer.shape).toBe('bulletList(listItem(paragraph("green and black")))');
  });

  it('is there once though several put it back at the same moment', () => {
    const { line, ada, bo, meet } = two('green black');
    put(ada.writer, ' and', 'green');
    line.send(ada);
    shape(bo.writer, 'bullets', 'green');
    line.receive(bo);
    bo.writer.losePatience();
    line.send(bo);
    line.receive(ada, 2);
    expect(meet()).toBe('bulletList(listItem(paragraph("green and black")))');
  });

  it('keeps the author’s caret behind it', () => {
    const { line, ada, bo } = two('green black');
    put(ada.writer, ' and', 'green');
    shape(bo.writer, 'bullets', 'green');
    line.send(bo);
    line.receive(ada);
    ada.writer.type(' not');
    expect(ada.writer.text).toBe('green and not black');
  });
});

describe('notes about copies', () => {
  it('are made of changes of shape and not of typing', () => {
    const { ada } = two('green', 'black');
    const notes = () => copiesOf(ada.writer.doc).length;
    put(ada.writer, ' and', 'green');
    ada.writer.dispatch((tr) => tr.delete(2, 4));
    ada.writer.history.undo();
    const before = notes();
    shape(ada.writer, 'bullets', 'black');
    expect(notes()).toBe(before + 2);
  });

  it('that make no sense do no harm', () => {
    const { ada, bo, meet } = two('green black');
    const rows = [
      null,
      'copy',
      [1],
      [1, 1, 0, 1, 0],
      [1e9, 99, 0, 99, 0],
      [-1, 1, 2, 3, 4],
      [2, 5, 5, 99, 3],
    ];
    copiesOf(bo.writer.doc).push(rows);
    put(ada.writer, ' and', 'green');
    shape(bo.writer, 'bullets', 'green');
    expect(meet()).toBe('bulletList(listItem(paragraph("green and black")))');
    expect(Y.encodeStateAsUpdate(ada.writer.doc).length).toBeLessThan(2_000);
  });
});
