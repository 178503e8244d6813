import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, tool, toolbar } from '../src/writing.ts';

/** As it is for those who have switched nothing on. */
const withoutToolbar = ({ page }: Person): Promise<unknown> =>
  page.addInitScript(() => localStorage.setItem('indelible:toolbar', 'selection'));

/** How far the bubble reaches into what is selected, in pixels. */
const covered = ({ page }: Person): Promise<number> =>
  page.evaluate(() => {
    const bubble = document.querySelector('.ed-bubble')?.getBoundingClientRect();
    const words = getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (bubble === undefined || words === undefined) return Number.NaN;
    return Math.min(bubble.bottom - words.top, words.bottom - bubble.top);
  });

test('the buttons are beside what is selected, never over it, and gone without it', async ({
  document,
  ada,
}) => {
  await withoutToolbar(ada);
  await ada.open(document);
  await ada.connected();
  await expect(toolbar(ada)).toBeHidden();
  await ada.type('some plain words');
  await ada.select('plain');
  await expect(toolbar(ada)).toBeVisible();
  expect(await covered(ada)).toBeLessThanOrEqual(0);
  await ada.page.emulateMedia({ media: 'print' });
  await expect(toolbar(ada)).toBeHidden();
  await ada.page.emulateMedia({ media: null });
  await tool(ada, 'Bold').click();
  await expectMarkup([ada], '<p>some <bold>plain</bold> words</p>');
  await expect(tool(ada, 'Bold')).toHaveAttribute('aria-pressed', 'true');

  // At the top of the window there is room only below.
  await ada.press('End');
  for (let line = 0; line < 40; line += 1) await ada.press('Enter');
  await ada.select('plain');
  await ada.content.evaluate((text) => {
    const top = text.getBoundingClientRect().top + scrollY;
    scrollTo(0, top - 60);
  });
  await expect.poll(() => covered(ada)).toBeLessThanOrEqual(0);
  await ada.press('ArrowRight');
  await expect(toolbar(ada)).toBeHidden();
});

test('they wait until the mouse has selected, and come by key where nothing is selected', async ({
  document,
  ada,
}) => {
  await withoutToolbar(ada);
  await ada.open(document);
  await ada.type('some plain words');
  const box = await ada.content.locator('p').boundingBox();
  if (box === null) throw new Error('there is no line');
  const middle = box.y + box.height / 2;
  const { mouse, keyboard } = ada.page;
  await mouse.move(box.x + 2, middle);
  await mouse.down();
  await mouse.move(box.x + 90, middle, { steps: 4 });
  await expect.poll(() => ada.selected()).not.toBe('');
  await expect(toolbar(ada)).toBeHidden();
  await mouse.up();
  await expect(toolbar(ada)).toBeVisible();

  await ada.press('End', 'Alt+F10');
  await expect(toolbar(ada).getByRole('button', { name: /^Kind of text/ })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(tool(ada, 'Bold')).toBeFocused();
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await expect(ada.content).toBeFocused();
  await expect(toolbar(ada)).toBeHidden();
});

test('who wants the buttons above the text all the time has them so, after a reload, too', async ({
  document,
  ada,
}) => {
  await ada.page.addInitScript(() => {
    if (sessionStorage.getItem('asked') === null) localStorage.removeItem('indelible:toolbar');
    sessionStorage.setItem('asked', 'yes');
  });
  await ada.open(document);
  await expect(toolbar(ada)).toBeHidden();
  await ada.page.getByRole('button', { name: 'More', exact: true }).click();
  await ada.page.getByRole('menuitemradio', { name: 'Always above the text' }).click();
  await expect(toolbar(ada)).toBeVisible();
  await ada.reload();
  await expect(toolbar(ada)).toBeVisible();
});
