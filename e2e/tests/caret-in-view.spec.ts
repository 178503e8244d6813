import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

const LINES = 80;
const text = Array.from({ length: LINES }, (_, line) => `<p>line ${line}</p>`).join('');

/** Waits until nothing lies on the place where the caret is. */
async function expectCaretInView({ page, content }: Person): Promise<void> {
  await expect
    .poll(() =>
      content.evaluate((element) => {
        const range = getSelection()?.getRangeAt(0);
        const { left, top, bottom } = range?.getBoundingClientRect() ?? new DOMRect();
        return [top + 2, bottom - 2].every((y) => {
          const onTop = document.elementFromPoint(Math.max(left - 2, 1), y);
          return onTop !== null && (element === onTop || element.contains(onTop));
        });
      }),
    )
    .toBe(true);
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeInViewport({ ratio: 1 });
}

for (const [device, options] of [
  ['a desk', { viewport: { width: 1280, height: 600 } }],
  ['a phone', { viewport: { width: 390, height: 664 }, isMobile: true, hasTouch: true }],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use(options);

    test('the caret is never under a bar, wherever keys bring it', async ({ document, ada }) => {
      await ada.open(document);
      await paste(ada, text);
      await ada.press('x');
      await expectCaretInView(ada);
      await ada.press('Control+Home', 'End');
      await expectCaretInView(ada);
      for (let line = 0; line < LINES / 2; line++) await ada.press('ArrowDown');
      await expectCaretInView(ada);
      for (let line = 0; line < 20; line++) await ada.press('ArrowUp');
      await expectCaretInView(ada);
      await ada.press('Control+End', 'Enter', 'Enter', 'Enter', 'x');
      await expectCaretInView(ada);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 664 }, isMobile: true, hasTouch: true });

  test('nothing wide makes the page wider than the screen or pushes the toolbar off it', async ({
    document,
    ada,
  }) => {
    await ada.open(document);
    await ada.title.fill('Unbreakable'.repeat(20));
    const cells = Array.from({ length: 12 }, (_, cell) => `<td>cell ${cell}</td>`).join('');
    const wide = 'w'.repeat(300);
    await paste(
      ada,
      `<p>${wide}</p><table><tr>${cells}</tr></table><pre><code>${wide}</code></pre><p>end</p>`,
    );
    await expect(ada.content.getByRole('table')).toBeVisible();
    const { width, scale, bottom } = await ada.page.evaluate(() => ({
      width: window.document.documentElement.scrollWidth,
      scale: visualViewport?.scale,
      bottom: window.document.querySelector('.ed-toolbar')?.getBoundingClientRect().bottom,
    }));
    expect({ width, scale, bottom }).toEqual({ width: 390, scale: 1, bottom: 664 });
  });
});
