import { expect, it } from 'vitest';
import * as Y from 'yjs';

import { contentOf, deviceSeed, isSeeded, readTitle, seedUpdate, setTitle } from '../src/index.ts';

function opened(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

it('I9: is the same to the last byte in every release, or a device and its server would double or tear documents', () => {
  expect(Buffer.from(deviceSeed()).toString('hex')).toBe(
    '01020100070107636f6e74656e740309706172616772617068070001000600',
  );
});

it('says what any new document says, in the shape the editor writes', () => {
  const doc = opened(deviceSeed());
  expect(isSeeded(doc)).toBe(true);
  expect(readTitle(doc)).toBe('');
  expect(contentOf(doc).toJSON()).toBe(contentOf(opened(seedUpdate(''))).toJSON());
});

it('is in a document once, whoever begins with it, and whatever was written on it meanwhile', () => {
  const device = opened(deviceSeed());
  setTitle(device, 'Made on a train');
  const server = opened(deviceSeed());
  Y.applyUpdate(server, Y.encodeStateAsUpdate(device));
  Y.applyUpdate(server, deviceSeed());
  expect(contentOf(server).length).toBe(1);
  expect(readTitle(server)).toBe('Made on a train');
});
