import { expect, test } from 'vitest';

import { CloseCode } from '@indelible/protocol';
import { EMPTY_UPDATE, noClaim, RoomLog, type Claim } from '@indelible/sync';

import { TestRoom, type Heard, type TestLine } from './support/test-room.ts';
import { nth, typed } from './support/typing.ts';

const claiming = (claim: Partial<Claim>): { readonly claim: Claim } => ({
  claim: { ...noClaim, ...claim },
});

const placesOf = (line: TestLine): [place: string, clean: boolean][] =>
  line.take().flatMap((frame) => (frame.type === 'place' ? [[frame.place, frame.clean]] : []));

const only = <Type extends Heard['type']>(
  frames: readonly Heard[],
  type: Type,
): Extract<Heard, { type: Type }> | undefined =>
  frames.find((frame): frame is Extract<Heard, { type: Type }> => frame.type === type);

test('I10 who knows an older schema is turned away before anything is said', () => {
  const room = new TestRoom();
  room.join().update(nth(typed('a'), 0));
  const old = room.join(claiming({ schema: 0 }));
  expect([old.closedWith, old.take()]).toEqual([CloseCode.clientTooOld, []]);
  expect(room.room.sessions).toBe(1);
  for (const schema of [1, 2, null]) {
    expect(room.join(claiming({ schema })).closedWith).toBeNull();
  }
});

test('I9 who has a copy of another epoch is turned away before anything is said', () => {
  const room = new TestRoom();
  const other = room.join(claiming({ epoch: 'f' }));
  expect([other.closedWith, other.take()]).toEqual([CloseCode.otherEpoch, []]);
  expect(room.join(claiming({ epoch: 'e' })).closedWith).toBeNull();
  expect(room.join({ ...claiming({ epoch: 'f' }), extended: false }).closedWith).not.toBeNull();
});

test('what a refused session sends all the same is not heard', () => {
  const room = new TestRoom();
  const other = room.join(claiming({ epoch: 'f' }));
  other.update(nth(typed('a'), 0));
  expect(room.log.head).toBe(0);
});

test('I9 the epoch of the first commit is told to everybody who understands it', () => {
  const log = new RoomLog(null, []);
  const room = new TestRoom({}, log, '');
  const [ada, stock] = [room.join().sync(), room.join({ extended: false }).sync()];
  ada.update(nth(typed('a'), 0));
  [ada, stock].forEach((line) => line.take());
  room.store();
  expect(only(ada.take(), 'hello')).toMatchObject({ epoch: 'e' });
  expect(stock.take()).toEqual([]);
  ada.update(nth(typed('ab'), 1));
  room.store();
  expect(only(ada.take(), 'hello')).toBeUndefined();
  expect(room.join(claiming({ epoch: 'f' })).closedWith).toBe(CloseCode.otherEpoch);
});

test('who asked for places is told one after each commit, and with the answer to step 1', () => {
  const room = new TestRoom();
  const updates = typed('abc');
  const ada = room.join(claiming({ place: '' })).sync();
  ada.update(nth(updates, 0));
  room.store();
  expect(placesOf(ada)).toEqual([['place 1', true]]);
  const bo = room.join(claiming({ place: '' }));
  bo.step1(new Uint8Array([0]));
  expect(placesOf(bo)).toEqual([['place 1', true]]);
  const others = [room.join().sync(), room.join({ extended: false }).sync()];
  ada.update(nth(updates, 1));
  room.settle();
  room.store();
  expect([placesOf(ada), placesOf(bo)]).toEqual([[['place 2', true]], [['place 2', true]]]);
  expect(others.flatMap(placesOf)).toEqual([]);
});

test('a place is not clean while more was sent than is on disk', () => {
  const room = new TestRoom();
  const [ada, bo] = [room.join(claiming({ place: '' })), room.join(claiming({ place: '' }))];
  for (const line of [ada, bo]) line.sync();
  const updates = typed('ab');
  ada.update(nth(updates, 0));
  ada.update(nth(updates, 1));
  room.settle();
  for (const line of [ada, bo]) line.take();
  room.store(1);
  expect([placesOf(ada), placesOf(bo)]).toEqual([[['place 1', false]], [['place 1', false]]]);
});

test('who has not been sent all that is on disk is told no place, and when it has, is', () => {
  const room = new TestRoom();
  const [ada, slow, mute] = [
    room.join().sync(),
    room.join(claiming({ place: '' })).sync(),
    room.join(claiming({ place: '' })),
  ];
  room.room.stalled(slow.id);
  ada.update(nth(typed('a'), 0));
  room.settle();
  room.store();
  expect([placesOf(slow), placesOf(mute)]).toEqual([[], []]);
  room.run(room.room.drained(slow.id));
  expect(slow.takeTypes()).toEqual(['update', 'place']);
});

test('who resumes hears what came after its place and is not asked what it has', () => {
  const room = new TestRoom();
  const updates = typed('ab');
  const ada = room.join().sync();
  ada.update(nth(updates, 0));
  room.store();
  const bo = room.join(claiming({ epoch: 'e', place: 'p' }), nth(updates, 0));
  const heard = bo.take();
  expect(heard.map(({ type }) => type)).toEqual(['hello', 'step2', 'place']);
  expect(only(heard, 'hello')).toMatchObject({ resumed: true });
  expect(only(heard, 'step2')?.update).toEqual(nth(updates, 0));
  ada.update(nth(updates, 1));
  room.settle();
  expect(bo.takeTypes()).toEqual(['update']);
});

test('a reader resumes as a writer does, and one who can’t is told so', () => {
  const room = new TestRoom();
  const claim = claiming({ epoch: 'e', place: 'p' });
  const reader = room.join({ ...claim, role: 'reader' }, EMPTY_UPDATE);
  expect(reader.takeTypes()).toEqual(['hello', 'step2']);
  const lost = room.join(claim).take();
  expect(only(lost, 'hello')).toMatchObject({ resumed: false });
  expect(only(lost, 'step1')).toBeDefined();
});

test('of who resumes, what builds on something that is not there is held, and all is asked for', () => {
  const room = new TestRoom();
  const updates = typed('abc');
  const ada = room.join(claiming({ epoch: 'e', place: 'p' }), EMPTY_UPDATE);
  ada.take();
  ada.update(nth(updates, 1));
  ada.barrier(1);
  expect(ada.takeTypes()).toEqual(['step1']);
  ada.update(nth(updates, 0));
  room.store();
  expect(only(ada.take(), 'saved')).toMatchObject({ n: 1 });
});
