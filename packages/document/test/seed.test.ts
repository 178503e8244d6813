import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { contentOf, isSeeded, readTitle, seedUpdate } from '../src/index.ts';
import { schema } from '../src/schema/schema.ts';

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

describe('seedUpdate', () => {
  it('is read by the editor as the title and one empty paragraph', () => {
    const doc = opened(seedUpdate('Plans'));
    expect(readTitle(doc)).toBe('Plans');
    const root = yXmlFragmentToProseMirrorRootNode(contentOf(doc), schema);
    expect(root.toJSON()).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });

  it('has the very shape the editor writes, so that opening a new document changes nothing', () => {
    const doc = opened(seedUpdate(''));
    const before = Y.encodeStateVector(doc);
    const root = yXmlFragmentToProseMirrorRootNode(contentOf(doc), schema);
    prosemirrorToYXmlFragment(root, contentOf(doc));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('is the same for the same author', () => {
    expect(seedUpdate('Plans', 7)).toEqual(seedUpdate('Plans', 7));
    expect(opened(seedUpdate('Plans', 7)).store.clients.has(7)).toBe(true);
  });

  it('merges with itself into one document', () => {
    const doc = opened(seedUpdate('Plans', 7));
    Y.applyUpdate(doc, seedUpdate('Plans', 7));
    expect(readTitle(doc)).toBe('Plans');
    expect(contentOf(doc).length).toBe(1);
  });
});

describe('isSeeded', () => {
  it('is false until the seed has arrived', () => {
    const doc = new Y.Doc();
    expect(isSeeded(doc)).toBe(false);
    Y.applyUpdate(doc, seedUpdate(''));
    expect(isSeeded(doc)).toBe(true);
  });

  it('stays true when everything has been deleted, also for a reader who comes later', () => {
    const doc = opened(seedUpdate('Plans'));
    contentOf(doc).delete(0, 1);
    expect(isSeeded(doc)).toBe(true);
    expect(isSeeded(opened(Y.encodeStateAsUpdate(doc)))).toBe(true);
  });
});
