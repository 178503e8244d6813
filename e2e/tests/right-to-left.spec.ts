import type { Locator } from '@playwright/test';

import { mixed } from '../src/sample-right-to-left.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

/** On which side of its block a text begins, and which way the block itself runs. */
function begins(block: Locator): Promise<{ text: 'left' | 'right'; block: string }> {
  return block.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const isRight = box.right - text.right < text.left - box.left;
    return { text: isRight ? 'right' : 'left', block: getComputedStyle(element).direction };
  });
}

test('Arabic and Hebrew read from the right, English beside them from the left, whatever the interface', async ({
  document,
  ada,
  bo,
}) => {
  await ada.open(document);
  await ada.title.fill(mixed.title);
  await paste(ada, mixed.html);
  await ada.saved();
  const { content } = ada;
  const side = async (words: string) => (await begins(content.getByText(words))).text;

  expect(await side('اتفقنا')).toBe('right');
  expect(await side('Between them')).toBe('left');
  expect(await side('ملاحظات')).toBe('right');
  for (const block of ['ul', 'ol', 'ul[data-type="taskList"]', 'blockquote', '.tableWrapper']) {
    const words = content
      .locator(block)
      .filter({ hasText: /[\u0590-\u06ff]/ })
      .first();
    expect(await words.evaluate((element) => getComputedStyle(element).direction), block).toBe(
      'rtl',
    );
  }
  // Signs, lines and boxes stand where the words begin.
  const task = content.locator('ul[data-type="taskList"] li').first();
  const [box, text] = [
    await task.locator('input').boundingBox(),
    await task.locator('p').boundingBox(),
  ];
  expect(box?.x).toBeGreaterThan(text?.x ?? Infinity);
  const [first, second] = [content.getByRole('cell').nth(0), content.getByRole('cell').nth(1)];
  expect((await first.boundingBox())?.x).toBeGreaterThan((await second.boundingBox())?.x ?? 0);
  expect(await begins(content.locator('pre'))).toEqual({ text: 'left', block: 'ltr' });
  expect(await begins(content.locator('ul', { hasText: 'English list' }))).toMatchObject({
    block: 'ltr',
  });

  // A caret goes to the left in what is read to the left, for others as for oneself.
  await ada.goBehind('اتفقنا');
  await ada.press('Home');
  await ada.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await expect.poll(() => ada.beforeCaret()).toBe('اتف');
  await ada.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(ada.title).toBeFocused();
  await bo.open(document);
  await bo.select('اتفقنا');
  await expect.poll(() => ada.othersSelections()).toEqual(['اتفقنا']);
});

test('a line turns around as soon as its first word does, in the title and in the text', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.title.fill('שלום');
  expect(await ada.title.evaluate((field) => field.matches(':dir(rtl)'))).toBe(true);
  await ada.title.fill('Hello שלום');
  expect(await ada.title.evaluate((field) => field.matches(':dir(rtl)'))).toBe(false);

  await ada.type('- שלום');
  const list = ada.content.locator('ul');
  await expect(list).toHaveCSS('direction', 'rtl');
  await ada.press('Home');
  await ada.type('A ');
  await expect(list).toHaveCSS('direction', 'ltr');
});
