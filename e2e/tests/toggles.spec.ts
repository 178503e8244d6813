import type { Locator } from '@playwright/test';

import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

const toggle = (line: string, ...below: readonly string[]) =>
  `<details><detailsSummary>${line}</detailsSummary><detailsContent>${below
    .map((text) => (text === '' ? '<p/>' : `<p>${text}</p>`))
    .join('')}</detailsContent></details>`;

/** What a closed toggle holds has a place on the page, for the browser's own search; it is only not drawn. */
async function expectSeen(words: Locator, isSeen: boolean): Promise<void> {
  await expect.poll(() => words.evaluate((element) => element.checkVisibility())).toBe(isSeen);
}

test('a toggle is open or closed for each reader, who finds it as it was left', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('>> Packing list');
  await ada.press('Enter');
  await ada.type('socks');
  await expectMarkup([ada, bo], toggle('Packing list', 'socks'));
  const hers = ada.content.getByText('socks');
  const his = bo.content.getByText('socks');
  await expectSeen(hers, true);
  await expectSeen(his, false);

  await bo.page.getByRole('button', { name: 'Open: Packing list' }).click();
  await expectSeen(his, true);
  await ada.page.getByRole('button', { name: 'Close: Packing list' }).click();
  await expectSeen(hers, false);
  // Her caret would otherwise be where she can't see it.
  await ada.type(' for Rome');
  await expectMarkup([ada, bo], toggle('Packing list for Rome', 'socks'));
  await expectSeen(his, true);

  await Promise.all([ada.saved(), bo.saved()]);
  await Promise.all([ada.reload(), bo.reload()]);
  await expectSeen(his, true);
  await expect(ada.page.getByRole('button', { name: 'Open: Packing list' })).toBeVisible();
  await expectSeen(hers, false);

  // Whatever leads there, such as a search, finds it open.
  await ada.select('socks');
  await expectSeen(hers, true);
});

test('keys open a toggle, go into it and out of it, and take it away without its words', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('>> Rome');
  const hers = ada.page.getByRole('button', { name: /: Rome/ });
  await expect(hers).toHaveAttribute('aria-expanded', 'true');
  await ada.press('Control+Enter');
  await expect(hers).toHaveAttribute('aria-expanded', 'false');

  await ada.press('Enter');
  await expect(hers).toHaveAttribute('aria-expanded', 'true');
  await ada.type('by train');
  await ada.press('Enter', 'Enter');
  await ada.type('below');
  await expectMarkup([ada, bo], `${toggle('Rome', 'by train')}<p>below</p>`);

  await ada.goBefore('by');
  await ada.press('Backspace');
  await ada.type(', in May');
  await expectMarkup([ada, bo], `${toggle('Rome, in May', 'by train')}<p>below</p>`);

  await ada.goBefore('Rome');
  await ada.press('Backspace');
  await expectMarkup([ada, bo], '<p>Rome, in May</p><p>by train</p><p>below</p>');
});
