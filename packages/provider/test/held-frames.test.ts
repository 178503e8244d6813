import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { decodeFrame, presenceFrame, step2Frame, updateFrame } from '@indelible/protocol';

import { HeldFrames } from '../src/held-frames.ts';
import { ManualClock } from './support/manual-clock.ts';

/** Somebody who types a letter at a time; each is one update. */
function typist(): { readonly type: (letter: string) => Uint8Array } {
  const doc = new Y.Doc();
  let last: Uint8Array = new Uint8Array();
  doc.on('update', (update) => {
    last = update;
  });
  return {
    type(letter) {
      const text = doc.getText('content');
      text.insert(text.length, letter);
      return last;
    },
  };
}

/** A page that hears, and takes some time for it. */
function page(took: number) {
  const clock = new ManualClock();
  let spent = 0;
  const doc = new Y.Doc();
  const heard: string[] = [];
  const frames = new HeldFrames({
    clock: { now: () => clock.now() + spent, after: (ms, act) => clock.after(ms, act) },
    longest: 10_000,
    hear(bytes) {
      const frame = decodeFrame(bytes);
      heard.push(frame.type);
      if (frame.type === 'update' || frame.type === 'step2') Y.applyUpdate(doc, frame.update);
      spent += took;
    },
  });
  frames.ready();
  return { clock, frames, heard, text: () => doc.getText('content').toJSON() };
}

const presence = presenceFrame(new Uint8Array([0]));

test('what is heard quickly is heard as it comes', () => {
  const { frames, heard, text } = page(1);
  const { type } = typist();
  for (const letter of 'abc') frames.receive(updateFrame(type(letter)));
  expect(heard).toEqual(['update', 'update', 'update']);
  expect(text()).toBe('abc');
});

test('after what took long others wait a while, and then are heard as one', () => {
  const { clock, frames, heard, text } = page(10);
  const { type } = typist();
  frames.receive(updateFrame(type('a')));
  expect(text()).toBe('a');
  for (const letter of 'bcd') {
    frames.receive(updateFrame(type(letter)));
    frames.receive(presence);
  }
  expect(text()).toBe('a');
  clock.advance(30);
  expect(text()).toBe('abcd');
  expect(heard).toEqual(['update', 'update', 'presence', 'presence', 'presence']);
});

test('nobody waits longer than a tenth of a second for what took seconds', () => {
  const { clock, frames, text } = page(5_000);
  const { type } = typist();
  frames.receive(updateFrame(type('a')));
  frames.receive(updateFrame(type('b')));
  clock.advance(99);
  expect(text()).toBe('a');
  clock.advance(1);
  expect(text()).toBe('ab');
});

test('answers and what can’t be read stay in their place between updates', () => {
  const { clock, frames, heard } = page(10);
  const { type } = typist();
  frames.receive(updateFrame(type('a')));
  for (const frame of [updateFrame, step2Frame, updateFrame]) frames.receive(frame(type('b')));
  clock.advance(100);
  expect(heard).toEqual(['update', 'update', 'step2', 'update']);
});

test('a page that is closed while it rests hears nothing any more', () => {
  const { clock, frames, text } = page(10);
  const { type } = typist();
  frames.receive(updateFrame(type('a')));
  frames.receive(updateFrame(type('b')));
  frames.close();
  clock.advance(1_000);
  expect(text()).toBe('a');
});
