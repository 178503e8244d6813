import fc from 'fast-check';
import { expect, test } from 'vitest';

import { place } from '../src/controls/place.ts';

const room = { left: 0, top: 0, right: 1000, bottom: 800 };
const size = { width: 200, height: 100 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('it lies on the wanted side where there is room, flush with what was asked for', () => {
  const anchor = box(400, 300, 50, 20);
  expect(place(anchor, size, room, { side: 'above', align: 'start' })).toEqual({
    left: 400,
    top: 196,
    side: 'above',
  });
  expect(place(anchor, size, room, { side: 'below', align: 'end', gap: 10 })).toEqual({
    left: 250,
    top: 330,
    side: 'below',
  });
  expect(place(anchor, size, room, { side: 'below', align: 'center' }).left).toBe(325);
});

test('start is the right edge where one reads from right to left', () => {
  const anchor = box(400, 300, 50, 20);
  const left = (align: 'start' | 'end') =>
    place(anchor, size, room, { side: 'below', align, rightToLeft: true }).left;
  expect(left('start')).toBe(250);
  expect(left('end')).toBe(400);
});

test('it goes to the other side if only that has room', () => {
  expect(place(box(400, 20, 50, 20), size, room, { side: 'above', align: 'start' })).toMatchObject({
    top: 44,
    side: 'below',
  });
  expect(place(box(400, 760, 50, 20), size, room, { side: 'below', align: 'start' })).toMatchObject(
    { top: 656, side: 'above' },
  );
});

test('it never leaves the room, and covers its anchor only if neither side has room for it', () => {
  const coordinate = fc.integer({ min: -200, max: 1200 });
  fc.assert(
    fc.property(
      fc.record({ left: coordinate, top: coordinate }),
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom('above', 'below'),
      fc.constantFrom('start', 'center', 'end'),
      ({ left, top }, height, side, align) => {
        const anchor = box(left, top, 60, height);
        const spot = place(anchor, size, room, { side, align });
        expect(spot.left).toBeGreaterThanOrEqual(0);
        expect(spot.left).toBeLessThanOrEqual(800);
        expect(spot.top).toBeGreaterThanOrEqual(0);
        expect(spot.top).toBeLessThanOrEqual(700);
        const hasRoom = anchor.top >= 104 || anchor.bottom <= 696;
        const isVisible = anchor.top >= 0 && anchor.bottom <= 800;
        if (!hasRoom || !isVisible) return;
        expect(spot.top + 100 <= anchor.top || spot.top >= anchor.bottom).toBe(true);
      },
    ),
  );
});
