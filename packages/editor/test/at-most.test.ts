import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { atMost } from '../src/uploads/at-most.ts';

it('so many run at once and no more, in the order in which they came, also when some fail', async () => {
  const plan = fc.record({
    places: fc.integer({ min: 1, max: 4 }),
    works: fc.array(fc.record({ turns: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() }), {
      maxLength: 20,
    }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ places, works }) => {
      const inTurn = atMost(places);
      const begun: number[] = [];
      let running = 0;
      let most = 0;
      const work = async (index: number, turns: number, fails: boolean): Promise<number> => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        running -= 1;
        if (fails) throw new Error('failed');
        return index;
      };
      const ended = await Promise.allSettled(
        works.map(({ turns, fails }, index) => inTurn(() => work(index, turns, fails))),
      );
      expect(begun).toEqual(works.map((_, index) => index));
      expect(most).toBe(Math.min(places, works.length));
      expect(ended.map(({ status }) => status === 'rejected')).toEqual(
        works.map(({ fails }) => fails),
      );
    }),
  );
});
