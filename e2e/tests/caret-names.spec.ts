import { expect, test } from '../src/test.ts';
import { openFor } from '../src/writing.ts';

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test.describe(`with motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } });

    test('a name is at a caret while its person writes, and goes when they rest', async ({
      document,
      ada,
      bo,
    }) => {
      await openFor(document, ada, bo);
      const name = () =>
        bo.content
          .locator('.ed-caret')
          .evaluate((caret) => Number(getComputedStyle(caret, '::after').opacity));
      await ada.press('End');
      await expect.poll(() => bo.carets()).toEqual(['Ada']);
      for (const letter of 'ab') {
        // A name that was missed on a slow machine is there again at the next letter.
        await expect(async () => {
          await ada.type(letter);
          await expect.poll(name, { intervals: [20], timeout: 1_000 }).toBe(1);
        }).toPass();
        await expect.poll(name).toBe(0);
      }
    });
  });
}
