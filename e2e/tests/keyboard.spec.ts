import type { Locator, Page } from '@playwright/test';

import { rows } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, tool, toolbar } from '../src/writing.ts';

/** What has the focus, by the name that is read out. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

async function tabThrough(page: Page, times: number): Promise<string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < times; stop++) {
    await page.keyboard.press('Tab');
    names.push(await focused(page));
  }
  return names;
}

test('the toolbar is one stop for Tab, and arrow keys go through it', async ({ document, ada }) => {
  await ada.open(document);
  await ada.type('word');
  await ada.press('Alt+F10');
  await expect(tool(ada, 'Undo')).toBeFocused();
  await ada.page.keyboard.press('ArrowRight');
  await expect(tool(ada, 'Redo')).toBeFocused();
  await ada.page.keyboard.press('End');
  await expect(tool(ada, 'Divider')).toBeFocused();
  await ada.page.keyboard.press('ArrowRight');
  await expect(tool(ada, 'Undo')).toBeFocused();
  await ada.page.keyboard.press('Tab');
  await expect(ada.title).toBeFocused();
  await ada.page.keyboard.press('Shift+Tab');
  await expect(tool(ada, 'Undo')).toBeFocused();

  await ada.page.keyboard.press('Escape');
  await expect(ada.content).toBeFocused();
  // The caret is where it was.
  await ada.page.keyboard.type('s');
  await expectMarkup([ada], '<p>words</p>');
});

test('formatting works from the toolbar without a mouse', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('word');
  await ada.press('Control+a', 'Alt+F10');
  await tool(ada, 'Bold').focus();
  await ada.page.keyboard.press('Space');
  await expectMarkup([ada, bo], '<p><bold>word</bold></p>');

  await ada.press('Alt+F10');
  const kind = toolbar(ada).getByRole('button', { name: /^Kind of text/ });
  await kind.focus();
  await ada.page.keyboard.press('Enter');
  await expect(ada.page.getByRole('menuitemradio', { name: 'Text' })).toBeFocused();
  await ada.page.keyboard.press('ArrowDown');
  await ada.page.keyboard.press('ArrowDown');
  await ada.page.keyboard.press('Enter');
  await expectMarkup([ada, bo], '<heading level=2><bold>word</bold></heading>');
  await expect(ada.content).toBeFocused();
});

test('Tab goes through a document in reading order', async ({ document, ada }) => {
  await ada.open(document);
  await ada.connected();
  await ada.saved();
  await expect(ada.page.getByRole('list', { name: 'People here' })).toBeVisible();
  const stops = await tabThrough(ada.page, 9);
  expect(stops).toEqual([
    'All documents',
    'Show or hide the outline',
    expect.stringContaining('Connected'),
    'Ada (you): change name and colour',
    'Share',
    'More',
    'Undo',
    'Title',
    'Document',
  ]);
});

testWithServer(
  'Tab goes through the start page in reading order, and is one stop in the list',
  async ({ server, ada }) => {
    await server.newDocument('Second');
    await server.newDocument('First');
    await ada.page.goto(server.url);
    await expect(rows(ada.page)).toHaveCount(2);
    await ada.page.keyboard.press('Tab');
    await expect(ada.page.getByRole('searchbox')).toBeFocused();
    expect(await tabThrough(ada.page, 4)).toEqual([
      expect.stringContaining('New document'),
      expect.stringContaining('First'),
      'More for First',
      'Import',
    ]);
    await ada.page.keyboard.press('Tab');
    await expect(ada.page.getByRole('radio', { name: 'As the device' })).toBeFocused();
  },
);

test('title and text are one page for the arrow keys, Enter and Backspace', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.title.focus();
  const { keyboard } = ada.page;
  await keyboard.type('A title');
  await keyboard.press('Enter');
  await expect(ada.content).toBeFocused();
  await expect(ada.title).toHaveValue('A title');
  await keyboard.type('text');

  for (const [leave, comeBack] of [
    ['ArrowUp', 'ArrowDown'],
    ['ArrowLeft', 'Enter'],
    ['Backspace', 'ArrowDown'],
  ] as const) {
    await keyboard.press('Home');
    await keyboard.press(leave);
    await expect(ada.title).toBeFocused();
    await keyboard.press(comeBack);
    await expect(ada.content).toBeFocused();
  }
  await keyboard.press('Home');
  await keyboard.type('the ');
  await expectMarkup([ada], '<p>the text</p>');
  await expect(ada.title).toHaveValue('A title');
});

test('Escape puts away whatever is open and gives the focus back', async ({ document, ada }) => {
  await ada.open(document);
  const { page } = ada;
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const region = (name: string): Locator => page.getByRole('region', { name });
  for (const [opener, opened] of [
    [button('Share'), region('Share')],
    [button('More'), page.getByRole('menu', { name: 'More' })],
    [button('Ada (you): change name and colour'), page.getByRole('dialog', { name: 'You' })],
  ] as const) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opened).toBeVisible();
    await expect(opener).not.toBeFocused();
    await page.keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await expect(opener).toBeFocused();
  }

  await ada.type('word');
  // Without something to link, the key opens the palette.
  await ada.press('Control+a', 'Control+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeHidden();
  await expect(ada.content).toBeFocused();
});

test('a menu that closes leaves the caret where a key takes it in the same moment', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.type('one two');
  await ada.select('one');
  await toolbar(ada)
    .getByRole('button', { name: /^Kind of text/ })
    .click();
  const menu = ada.page.getByRole('menu', { name: 'Kind of text' });
  await expect(menu.getByRole('menuitemradio').first()).toBeFocused();
  const kept = ada.content.locator('.ed-kept-selection');
  await expect(kept).toHaveText('one');
  await expect(kept).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  const selected = await menu.evaluate((element: HTMLElement) => {
    const closed = new Promise<string>((tell) => {
      element.addEventListener('toggle', () => tell(String(getSelection())), { once: true });
    });
    element.hidePopover();
    getSelection()?.modify('move', 'forward', 'documentboundary');
    return closed;
  });
  expect(selected).toBe('');
  await expect(ada.content).toBeFocused();
});

test('who types at the moment in which the palette closes types where the caret was', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.type('one two');
  await ada.goBehind('one');
  await ada.press('Control+k');
  const palette = ada.page.getByRole('dialog');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await palette.evaluate((element: HTMLDialogElement) => {
    element.close();
    window.document.execCommand('insertText', false, '!');
  });
  await expect.poll(() => ada.text()).toBe('one! two');
});

test('the status says more to those who come to it by keyboard', async ({ document, ada }) => {
  await ada.open(document);
  await ada.saved();
  const details = ada.page.getByRole('tooltip').filter({ hasText: 'Last saved' });
  await ada.page.getByRole('button', { name: 'Show or hide the outline' }).focus();
  await ada.page.keyboard.press('Tab');
  await expect(details).toBeVisible();
  await expect(details).toContainText('You see what others write as they write it.');
  await ada.page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(ada.page.getByRole('button', { name: /^Connected/ })).toBeFocused();
});
