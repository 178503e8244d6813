import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

const option = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('listbox', { name: 'Mention' }).getByRole('option', { name });

testWithServer(
  'a document is mentioned by its title, goes by its present one, and opens on a click',
  async ({ server, document, ada }) => {
    const other = await server.newDocument('Travel plans');
    await ada.open(document);
    await ada.type('see @trav');
    await expect(option(ada, 'Travel plans')).toBeVisible();
    await ada.press('Enter');
    await ada.type('soon');
    const mention = ada.content.getByRole('link', { name: 'Travel plans' });
    await expect(mention).toBeVisible();
    await ada.saved();

    await fetch(`${server.url}/api/v1/documents/${other}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ title: 'Journey' }),
    });
    await ada.reload();
    await expect(ada.content).toHaveText('see Journey soon');
    await ada.content.getByRole('link', { name: 'Journey' }).click();
    await expect(ada.page).toHaveURL(`${server.url}/d/${other}`);
    await expect(ada.title).toHaveValue('Journey');
  },
);

test('people who are here are mentioned, also from the menu of blocks', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await expect(ada.people).toHaveCount(2);
  await ada.type('/mention');
  await expect(ada.page.getByRole('option').first()).toBeVisible();
  await ada.press('Enter');
  await option(ada, 'Bo').click();
  await ada.type('writes');
  await expect(bo.content).toHaveText('@Bo writes');
});

test('a day is read as near as it is, and another is chosen with the arrow keys', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('due @tomor');
  await expect(option(ada, /Tomorrow/)).toBeVisible();
  await ada.press('Enter');
  await expect(bo.content).toHaveText('due Tomorrow');
  await ada.content.getByText('Tomorrow').click();
  const calendar = ada.page.getByRole('dialog', { name: 'Choose a day' });
  await expect(calendar.locator('[tabindex="0"]')).toBeFocused();
  await ada.page.keyboard.press('ArrowLeft');
  await expect(calendar.locator('[aria-current]')).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await expect(calendar).toBeHidden();
  await expect(bo.content).toHaveText('due Today');
  await expect(ada.content).toBeFocused();
});

test('an emoji is found behind a colon, and is plain text', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('well : done :tada');
  await expect(
    ada.page.getByRole('listbox', { name: 'Emoji' }).getByRole('option').first(),
  ).toContainText('party popper');
  await ada.press('Enter');
  await ada.type('!');
  await ada.type(' :heart');
  await expect(ada.page.getByRole('option').first()).toBeVisible();
  await ada.type(': 12:30: :nothing:');
  await expectMarkup([ada, bo], '<p>well : done 🎉! ❤️ 12:30: :nothing:</p>');
});
