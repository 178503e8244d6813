import type { Page } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { mixed } from '../src/sample-right-to-left.ts';
import { hallway } from '../src/sample.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

/** Pixels that a keyboard takes of a phone's screen. */
const KEYBOARD = 320;

const WIDE = 'A title as long as people make them when nobody stops them '.repeat(3);

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** What can be pressed and is lower or narrower than a finger wants; what is drawn around it counts. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressable =
      'button, a[href]:not(.ProseMirror a), input:not([type="radio"]), label:has(input)';
    return [...document.querySelectorAll<HTMLElement>(pressable)]
      .filter((element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      )
      .filter((element) => element.closest('.ProseMirror, [aria-hidden], .sr-only') === null)
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const around = getComputedStyle(element, '::after');
        const grown =
          around.position === 'absolute'
            ? -Number.parseFloat(around.top) - Number.parseFloat(around.bottom)
            : 0;
        const isLow = height + Math.max(0, grown || 0) < 43.5;
        const label = element.getAttribute('aria-label') ?? element.textContent;
        return isLow || width < 31.5 ? [`${label}: ${width} × ${height}`] : [];
      });
  });

async function openRich(ada: Person, document: string): Promise<void> {
  await ada.open(document);
  await ada.title.fill(WIDE);
  await paste(ada, hallway.html + mixed.html);
  await ada.saved();
}

for (const width of [320, 390]) {
  test.describe(`${width} px wide, with fingers`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true, isMobile: true });

    testWithServer(
      'nothing makes the page wider, and everything is large enough for a finger',
      async ({ server, ada }) => {
        const id = await server.newDocument(WIDE);
        await ada.page.goto(server.url);
        await expect(ada.page.locator('[data-row]')).toHaveCount(1);
        expect(await overflow(ada.page)).toBe(0);
        expect(await small(ada.page)).toEqual([]);

        await openRich(ada, `${server.url}/d/${id}`);
        expect(await overflow(ada.page)).toBe(0);
        for (const name of ['Share', 'More', /^Connected/, /\(you\)/]) {
          await ada.page.getByRole('button', { name, exact: true }).first().click();
          expect(await overflow(ada.page)).toBe(0);
          expect(await small(ada.page)).toEqual([]);
          await ada.page.keyboard.press('Escape');
        }
      },
    );
  });
}

test.describe('with a keyboard on the screen', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test('the toolbar lies right above the keyboard, which covers a part of the page', async ({
    document,
    ada,
  }) => {
    await openRich(ada, document);
    const toolbar = ada.page.getByRole('toolbar', { name: 'Formatting' });
    const bottom = async (): Promise<number> => {
      const box = await toolbar.boundingBox();
      return box === null ? -1 : Math.round(box.y + box.height);
    };
    await expect.poll(bottom).toBe(800);
    // As iOS tells of it: the window stays as high as it is, what can be seen of it does not.
    await ada.page.evaluate((keyboard) => {
      const viewport = window.visualViewport;
      if (viewport === null) return;
      Object.defineProperty(viewport, 'height', {
        value: innerHeight - keyboard,
        configurable: true,
      });
      viewport.dispatchEvent(new Event('resize'));
    }, KEYBOARD);
    await expect.poll(bottom).toBe(800 - KEYBOARD);
  });
});

test('at 200 % nothing is cut off, whether the page or only its letters are zoomed', async ({
  document,
  ada,
}) => {
  const { page } = ada;
  await openRich(ada, document);
  // What is left of 1440 × 900.
  await page.setViewportSize({ width: 720, height: 450 });
  expect(await overflow(page)).toBe(0);
  await ada.press('Control+Home');
  await expect(ada.title).toBeInViewport();
  // A long menu scrolls: its last entry can be reached.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete document' })).toBeInViewport({
    ratio: 1,
  });
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (window.document.documentElement.style.fontSize = '200%'));
  expect(await overflow(page)).toBe(0);
  for (const name of ['Share', 'More']) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    await button.click();
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
  }
});

test('where the system paints in its own colours, what is on and what is chosen still shows', async ({
  document,
  ada,
}) => {
  const { page } = ada;
  await page.emulateMedia({ forcedColors: 'active' });
  await ada.open(document);
  await ada.type('one');
  await ada.press('Control+a', 'Control+b');
  const bold = page.getByRole('button', { name: 'Bold' }).first();
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await expect(bold).toHaveCSS('outline-style', 'solid');
  await page.getByRole('link', { name: 'All documents' }).click();
  const chosen = page.locator('label', { hasText: 'English' });
  await expect(chosen).toHaveCSS('outline-style', 'solid');
});
