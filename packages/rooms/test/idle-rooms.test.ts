import { expect, test } from 'vitest';

import { IdleRooms } from '../src/idle-rooms.ts';
import { documentId, house } from './house.ts';
import { ManualClock, settled } from './manual-clock.ts';
import { Person } from './person.ts';

interface TestRoom {
  readonly name: string;
  readonly bytes: number;
}

const room = (name: string, bytes = 10): TestRoom => ({ name, bytes });

function keep(limits: { closeAfter: number; maxIdle: number }) {
  const clock = new ManualClock();
  const closed: string[] = [];
  const idle = new IdleRooms<TestRoom>(clock, limits, ({ name }) => closed.push(name));
  return { clock, closed, idle };
}

test('a room closes when it has been idle for as long as it may, and not if somebody came back', async () => {
  const { clock, closed, idle } = keep({ closeAfter: 100, maxIdle: 0 });
  const [a, b, c] = [room('a'), room('b'), room('c')];
  idle.add(a);
  await clock.advance(60);
  idle.add(b);
  idle.add(c);
  idle.remove(a);
  await clock.advance(60);
  expect(closed).toEqual([]);
  idle.add(a);
  await clock.advance(40);
  expect(closed).toEqual(['b', 'c']);
  await clock.advance(60);
  expect(closed).toEqual(['b', 'c', 'a']);
  expect(idle.bytes).toBe(0);
});

test('with more than fits, those go first that were left first, but never the last one', () => {
  const { closed, idle } = keep({ closeAfter: 1_000, maxIdle: 25 });
  const [a, b, c] = [room('a'), room('b'), room('c')];
  idle.add(a);
  idle.add(b);
  idle.remove(a);
  idle.add(a);
  idle.add(c);
  expect(closed).toEqual(['b']);
  expect(idle.bytes).toBe(20);
  idle.add(room('large', 1_000));
  expect(closed).toEqual(['b', 'a', 'c']);
  expect(idle.bytes).toBe(1_000);
});

test('documents that nobody has open take no more memory than they may', async () => {
  const { clock, rooms } = house({ closeAfter: 3_600_000, maxIdle: 2_500, debounce: 10 });
  const names = ['one', 'two', 'three', 'four'].map(documentId);
  for (const name of names) {
    const ada = new Person('ada');
    await ada.join(rooms, name);
    ada.write('x'.repeat(1_000));
    await clock.advance(100);
    ada.leave();
  }
  // Closing takes a compaction, in a thread of its own.
  await expect.poll(() => rooms.size, { timeout: 20_000 }).toBe(2);
  expect(rooms.numbers().idleBytes).toBeLessThanOrEqual(2_500);
  const bo = new Person('bo');
  for (const name of names) await bo.join(rooms, name);
  await settled();
  expect(bo.text).toBe('x'.repeat(4_000));
});
