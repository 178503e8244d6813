import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { contentOf, seedUpdate, setTitle, titleOf } from '@indelible/document';

import { closeHistory, openHistory, titleOrigin } from '../src/binding/history.ts';

function twoPeople(): [Y.Doc, Y.Doc] {
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
  for (const doc of docs) Y.applyUpdate(doc, seedUpdate('Tea', 7));
  const [a, b] = docs;
  a.on(
    'update',
    (update: Uint8Array, origin) => origin !== 'line' && Y.applyUpdate(b, update, 'line'),
  );
  b.on(
    'update',
    (update: Uint8Array, origin) => origin !== 'line' && Y.applyUpdate(a, update, 'line'),
  );
  return docs;
}

/** Writes as the editor's binding does. */
function write(doc: Y.Doc, change: (content: Y.XmlFragment) => void): void {
  doc.transact(() => change(contentOf(doc)), ySyncPluginKey);
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function textOf(block: unknown): Y.XmlText {
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('No text there.');
  return text;
}

describe('the history', () => {
  it('undoes one’s own changes and leaves the other person’s', () => {
    const [ada, bob] = twoPeople();
    const history = openHistory(ada);
    write(ada, (content) => content.insert(1, [paragraph('ada')]));
    write(bob, (content) => content.insert(2, [paragraph('bob')]));
    history.undo();
    expect(contentOf(bob).toJSON()).toBe('<paragraph></paragraph><paragraph>bob</paragraph>');
    history.redo();
    expect(contentOf(bob).toJSON()).toContain('ada');
  });

  it('does not take away what another person wrote in one’s own paragraph, list or table', () => {
    for (const name of ['paragraph', 'heading', 'listItem', 'tableCell']) {
      const [ada, bob] = twoPeople();
      const history = openHistory(ada);
      write(ada, (content) => {
        const block = new Y.XmlElement(name);
        block.insert(0, [paragraph('ada')]);
        content.insert(1, [block]);
      });
      write(bob, (content) => {
        const block = content.get(1);
        textOf(block instanceof Y.XmlElement ? block.get(0) : null).insert(3, ' bob');
      });
      history.undo();
      expect(contentOf(ada).toJSON()).toContain(' bob');
      expect(contentOf(ada).toJSON()).not.toContain('ada');
      expect(contentOf(bob).toJSON()).toBe(contentOf(ada).toJSON());
    }
  });

  it('takes away the whole of what nobody else has touched', () => {
    const [ada] = twoPeople();
    const history = openHistory(ada);
    const before = contentOf(ada).toJSON();
    write(ada, (content) => content.insert(1, [paragraph('ada')]));
    history.undo();
    expect(contentOf(ada).toJSON()).toBe(before);
  });

  it('holds the title’s steps and the content’s in one order', () => {
    const [ada, bob] = twoPeople();
    const history = openHistory(ada);
    setTitle(ada, 'Tea and cake', titleOrigin);
    history.stopCapturing();
    write(ada, (content) => content.insert(1, [paragraph('ada')]));
    titleOf(bob).insert(0, 'My ');
    history.undo();
    expect(titleOf(ada).toJSON()).toBe('My Tea and cake');
    history.undo();
    expect(titleOf(ada).toJSON()).toBe('My Tea');
    expect(history.canUndo()).toBe(false);
  });

  it('does not hold what came from the server or from another device', () => {
    const [ada] = twoPeople();
    const history = openHistory(ada);
    setTitle(ada, 'Renamed in the list');
    Y.applyUpdate(ada, seedUpdate('', 9), 'line');
    expect(history.canUndo()).toBe(false);
  });

  it('outlives the view that used it, though the view destroys the manager', () => {
    const [ada] = twoPeople();
    const first = openHistory(ada);
    setTitle(ada, 'Tea and cake', titleOrigin);
    first.destroy();
    closeHistory(first);

    const second = openHistory(ada);
    second.undo();
    expect(titleOf(ada).toJSON()).toBe('Tea');
    closeHistory(second);

    const third = openHistory(ada);
    third.redo();
    expect(titleOf(ada).toJSON()).toBe('Tea and cake');
    setTitle(ada, 'Cake', titleOrigin);
    third.undo();
    expect(titleOf(ada).toJSON()).toBe('Tea and cake');
  });
});
