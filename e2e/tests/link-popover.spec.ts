import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { databaseName } from '../src/server-process.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, paste, tool, turnInto } from '../src/writing.ts';

const card = ({ page }: Person): Locator => page.getByRole('toolbar', { name: /^Link to / });
const button = (person: Person, name: string): Locator =>
  card(person).getByRole('button', { name, exact: true });

/** Whether the card and the words of the link lie on each other. */
const isCovered = ({ page }: Person): Promise<boolean> =>
  page.evaluate(() => {
    const shown = document.querySelector('.ed-link-card')?.getBoundingClientRect();
    const words = document.querySelector('.ProseMirror a')?.getBoundingClientRect();
    if (shown === undefined || words === undefined) return true;
    return shown.top < words.bottom && shown.bottom > words.top;
  });

/** Words with a link, and as many empty lines below them. */
async function pasteLink(person: Person, href: string, lines = 0): Promise<void> {
  await paste(person, `<p>see <a href="${href}">here</a> now</p>${'<p></p>'.repeat(lines)}`);
  await expect(person.content.getByRole('link')).toHaveText('here');
}

test('with keys alone a link is looked at, copied, changed and removed', async ({
  document,
  ada,
}) => {
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ada.open(document);
  await pasteLink(ada, 'https://example.org/a');
  await ada.goBehind('her');
  await expect(card(ada)).toContainText('example.org/a');
  await expect(ada.content).toBeFocused();
  expect(await isCovered(ada)).toBe(false);

  await ada.press('Escape');
  await expect(card(ada)).toBeHidden();
  await ada.press('Alt+Enter');
  await expect(button(ada, 'Open')).toBeFocused();
  await ada.page.keyboard.press('ArrowRight');
  await ada.page.keyboard.press('Enter');
  await expect(ada.page.getByText('Address copied')).toBeVisible();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://example.org/a',
  );
  await ada.page.keyboard.press('Escape');
  await expect(card(ada)).toBeHidden();
  await expect(ada.content).toBeFocused();

  await ada.press('Alt+Enter');
  await button(ada, 'Edit link').press('Enter');
  const address = ada.page.getByRole('textbox', { name: 'Address' });
  await expect(address).toHaveValue('https://example.org/a');
  await expect(card(ada)).toBeHidden();
  await address.fill('example.org/b');
  await address.press('Enter');
  await expectMarkup([ada], '<p>see <link href=https://example.org/b>here</link> now</p>');

  await ada.goBehind('her');
  await ada.press('Alt+Enter');
  await button(ada, 'Unlink').press('Enter');
  await expectMarkup([ada], '<p>see here now</p>');
  await expect(ada.content).toBeFocused();
});

test('the mouse that rests on a link brings its card; going, typing and scrolling away end it', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  const target = new URL('/healthz', document).href;
  await pasteLink(ada, target, 40);
  await ada.content.evaluate(() => scrollTo(0, 0));
  const link = ada.content.getByRole('link');

  await link.hover();
  const opened = ada.page.waitForEvent('popup');
  await button(ada, 'Open').click();
  await (await opened).waitForURL(target);
  await ada.page.mouse.move(5, 400);
  await expect(card(ada)).toBeHidden();

  await link.click();
  await expect(card(ada)).toBeVisible();
  await ada.page.keyboard.type('e');
  await expect(card(ada)).toBeHidden();

  await ada.page.mouse.move(5, 400);
  await link.hover();
  await expect(card(ada)).toBeVisible();
  await ada.content.evaluate(() => scrollTo(0, 1500));
  await expect(card(ada)).toBeHidden();
});

testWithServer(
  'who can only read opens and copies, by key too',
  async ({ server, document, ada }) => {
    await ada.open(document);
    const target = `${server.url}/healthz`;
    await pasteLink(ada, target);
    await ada.saved();
    await ada.line.cut();
    await ada.type(' and offline');
    // A copy of what has been replaced on the server can only be read.
    await server.stop();
    const database = new DatabaseSync(join(server.dataDir, databaseName('server')));
    database.exec(`UPDATE documents SET epoch = 'another'`);
    database.close();
    await server.start();
    await ada.line.restore();
    await expect(ada.content).toHaveAttribute('contenteditable', 'false');

    const link = ada.content.getByRole('link');
    await link.focus();
    await ada.page.keyboard.press('Alt+Enter');
    await expect(button(ada, 'Open')).toBeFocused();
    await expect(card(ada).getByRole('button')).toHaveCount(2);
    await expect(button(ada, 'Copy address')).toBeVisible();
    await ada.page.keyboard.press('Escape');
    await expect(card(ada)).toBeHidden();
    await expect(link).toBeFocused();
  },
);

test('a line becomes a callout and a toggle by menu, is named so, and a plain line again', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('word');
  const kinds = [
    ['Callout', '<callout kind=note><p>word</p></callout>'],
    [
      'Toggle',
      '<details><detailsSummary>word</detailsSummary><detailsContent><p/></detailsContent></details>',
    ],
  ] as const;
  for (const [kind, written] of kinds) {
    await turnInto(ada, kind);
    await expectMarkup([ada, bo], written);
    await expect(tool(ada, `Kind of text: ${kind}`)).toBeVisible();
    await turnInto(ada, 'Text');
    await expectMarkup([ada, bo], '<p>word</p>');
  }
});

test('beside the empty line with the caret there is a plus, without any mouse', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  const plus = ada.page.locator('.ed-handle[data-shown]');
  await ada.content.focus();
  await expect(plus).toBeVisible();
  await ada.type('word');
  await expect(plus).toHaveCount(0);
  await ada.press('Enter');
  await expect(plus).toBeVisible();
  await ada.page.getByRole('button', { name: 'Add a block below' }).click();
  await expect(ada.page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });

  test('the menu of the block with the caret opens from the toolbar', async ({ document, ada }) => {
    await ada.open(document);
    await ada.type('one');
    await ada.press('Enter');
    await ada.type('two');
    await tool(ada, 'Block actions').tap();
    await ada.page.getByRole('menuitem', { name: 'Move up' }).tap();
    await expectMarkup([ada], '<p>two</p><p>one</p>');
  });
});
