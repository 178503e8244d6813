import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, turnInto } from '../src/writing.ts';

const menu = ({ page }: Person): Locator => page.getByRole('menu', { name: 'Block actions' });
const action = (person: Person, name: string): Locator =>
  menu(person).getByRole('menuitem', { name });

async function write(person: Person, ...lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await person.press('Enter');
    await person.type(line);
  }
}

test('keys move blocks, double them, and open their menu', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await write(ada, 'one', 'two', 'three');
  await ada.press('Alt+Shift+ArrowUp');
  await expectMarkup([ada, bo], '<p>one</p><p>three</p><p>two</p>');
  await ada.type('!');
  await ada.press('Shift+ArrowUp', 'Alt+Shift+ArrowDown');
  await expectMarkup([ada, bo], '<p>two</p><p>one</p><p>three!</p>');
  await ada.goBehind('one');
  await ada.press('Control+Shift+d');
  await ada.type('s');
  await expectMarkup([ada, bo], '<p>two</p><p>one</p><p>ones</p><p>three!</p>');

  await ada.press('Control+/');
  await expect(action(ada, 'Duplicate')).toBeFocused();
  await ada.page.keyboard.press('Escape');
  await expect(menu(ada)).toBeHidden();
  await expect(ada.content).toBeFocused();
  await ada.press('Control+/');
  await expect(action(ada, 'Duplicate')).toBeFocused();
  await ada.page.keyboard.type('de');
  await expect(action(ada, 'Delete')).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await expectMarkup([ada, bo], '<p>two</p><p>one</p><p>three!</p>');
  await ada.press('Control+z');
  await expectMarkup([ada, bo], '<p>two</p><p>one</p><p>ones</p><p>three!</p>');
});

test('items move within their list and out of it', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await write(ada, 'above');
  await ada.press('Enter');
  await ada.type('- a');
  await write(ada, '', 'b', 'c');
  await ada.press('Alt+Shift+ArrowUp');
  const item = (text: string): string => `<listItem><p>${text}</p></listItem>`;
  await expectMarkup(
    [ada, bo],
    `<p>above</p><bulletList>${item('a')}${item('c')}${item('b')}</bulletList>`,
  );
  await ada.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
  await expectMarkup(
    [ada, bo],
    `<bulletList>${item('c')}</bulletList><p>above</p><bulletList>${item('a')}${item('b')}</bulletList>`,
  );
});

test('words typed into a block that somebody else moves at that moment go along with it', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await write(ada, 'first', 'second');
  await expectMarkup([bo], '<p>first</p><p>second</p>');
  await bo.goBehind('first');
  await bo.line.cut();
  await bo.type(' and more');
  await ada.goBehind('first');
  await ada.press('Alt+Shift+ArrowDown');
  await expectMarkup([ada], '<p>second</p><p>first</p>');
  await bo.line.restore();
  await expectMarkup([ada, bo], '<p>second</p><p>first and more</p>');
  expect(await bo.beforeCaret()).toBe('second\nfirst and more');
});

test('a block is dragged by its handle, and the plus beside it offers blocks', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await write(ada, 'one', 'two', 'three');
  const line = (words: string): Locator => ada.content.getByText(words, { exact: true });
  const grip = ada.page.getByRole('button', { name: 'Block actions; drag to move' });
  await line('three').hover();
  await grip.dragTo(line('one'), { targetPosition: { x: 10, y: 3 } });
  await expectMarkup([ada, bo], '<p>three</p><p>one</p><p>two</p>');

  await line('one').hover();
  await ada.page.getByRole('button', { name: 'Add a block below' }).click();
  await expect(ada.page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await ada.page.keyboard.type('quote');
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.type('said');
  await expectMarkup(
    [ada, bo],
    '<p>three</p><p>one</p><blockquote><p>said</p></blockquote><p>two</p>',
  );
});

test('a link to a block leads to it, also after it has become something else somewhere else', async ({
  document,
  ada,
  bo,
}) => {
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ada.open(document);
  await write(ada, 'target', ...Array.from({ length: 30 }, (_, line) => `line ${line}`));
  await ada.goBehind('target');
  await ada.press('Control+/');
  await action(ada, 'Copy link to block').click();
  await expect(ada.page.getByText('Link copied')).toBeVisible();
  const link = await ada.page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${document}#`)).toBe(true);

  await turnInto(ada, 'Heading 2');
  await ada.press('Control+a');
  await ada.goBehind('target');
  for (let step = 0; step < 30; step += 1) await ada.press('Alt+Shift+ArrowDown');
  await ada.saved();

  await bo.open(link);
  const marked = bo.content.locator('.ed-linked');
  await expect(marked).toHaveText('target');
  await expect(marked).toBeInViewport();
  await bo.content.click();
  await expect(marked).toHaveCount(0);
});
