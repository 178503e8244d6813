import { setTimeout } from 'node:timers/promises';

import type { Page } from '@playwright/test';

/** Milliseconds between two keys. */
const KEY_EVERY = 90;

/**
 * Types into the second block of the page.
 *
 * @returns for each key the milliseconds from when it was pressed until a frame with what it did was handed on to be shown.
 */
export async function keyToPaint(page: Page, seconds: number): Promise<readonly number[]> {
  await page.locator('.ProseMirror > p').first().click();
  await page.keyboard.press('End');
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { keyToPaint: took });
    const note = ({ timeStamp }: Event): void => {
      requestAnimationFrame(() => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.addEventListener('message', () =>
          took.push(performance.now() - timeStamp),
        );
        afterPaint.port1.start();
        afterPaint.port2.postMessage(null);
      });
    };
    addEventListener('keydown', note, { capture: true });
  });
  const until = performance.now() + seconds * 1000;
  for (let n = 1; performance.now() < until; n += 1) {
    await page.keyboard.press(n % 7 === 0 ? 'Space' : 'n');
    await setTimeout(KEY_EVERY);
  }
  return page.evaluate(() => (globalThis as unknown as { keyToPaint: number[] }).keyToPaint);
}
