import { escape, expectAccessible, light } from '../src/accessible.ts';
import { documentScreens } from '../src/document-screens.ts';
import { mixed } from '../src/sample-right-to-left.ts';
import { hallway } from '../src/sample.ts';
import { expectTitles, row, rows, untilAppIsKept, untilFound } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

test.use({ serviceWorkers: 'allow' });

testWithServer(
  'axe finds nothing on the start page, empty or not, nor in its menus',
  async ({ server, ada }) => {
    test.setTimeout(120_000);
    await ada.page.goto(server.url);
    await expect(ada.page.getByText('A document is a page that several people')).toBeVisible();
    await expectAccessible(ada, [{ name: 'empty' }]);

    for (const title of ['Third', '', 'First']) await server.newDocument(title);
    await expectTitles(ada.page, 'First', 'Untitled', 'Third');
    await row(ada.page, 'First').click();
    await ada.type('Fill the kettle and wait.');
    await ada.saved();
    await ada.page.getByRole('link', { name: 'All documents' }).click();
    await untilFound(server, 'kettle');
    await expectTitles(ada.page, 'First', 'Untitled', 'Third');
    await expectAccessible(ada, [
      { name: 'list' },
      {
        name: 'menu',
        async show({ page }) {
          await row(page, 'First').focus();
          await page.getByRole('button', { name: 'More for First' }).click();
          await expect(page.getByRole('menu')).toBeVisible();
        },
        leave: escape,
      },
      {
        name: 'renaming',
        async show({ page }) {
          await row(page, 'First').focus();
          await page.keyboard.press('F2');
          await expect(page.getByRole('textbox', { name: 'New title' })).toBeFocused();
        },
        leave: escape,
      },
      {
        name: 'nothing found',
        async show({ page }) {
          await page.getByRole('searchbox').fill('zzz');
          await expect(page.getByText('No document contains')).toBeVisible();
        },
        leave: ({ page }) => page.getByRole('searchbox').fill(''),
      },
      {
        name: 'found in a text',
        async show({ page }) {
          await page.getByRole('searchbox').fill('kettle');
          await expect(page.locator('mark')).toHaveText('kettle');
        },
        leave: ({ page }) => page.getByRole('searchbox').fill(''),
      },
    ]);

    await row(ada.page, 'Third').focus();
    await ada.page.keyboard.press('Delete');
    await expect(ada.page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectAccessible(ada, [{ name: 'deleted' }]);
  },
);

testWithServer('axe finds nothing in a list of 300 documents', async ({ server, ada }) => {
  test.setTimeout(120_000);
  for (let made = 0; made < 300; made++) await server.newDocument(`Minutes ${made}`);
  await ada.page.goto(server.url);
  await expect(rows(ada.page)).toHaveCount(300);
  await expectAccessible(ada, [{ name: '300 documents' }], [light]);
});

test('axe finds nothing on a document, empty or full, with two people in it', async ({
  document,
  ada,
  bo,
}) => {
  test.setTimeout(120_000);
  await ada.open(document);
  await ada.saved();
  await expectAccessible(ada, [{ name: 'empty' }]);

  await bo.open(document);
  await paste(bo, hallway.html);
  await bo.press('Control+Home');
  await expect.poll(() => ada.carets()).toEqual(['Bo']);
  await expectAccessible(ada, [
    { name: 'full' },
    {
      name: 'in a table',
      show: ({ content }) => content.getByRole('cell').first().click(),
    },
  ]);
});

test('axe finds nothing in what opens on a document', async ({ document, ada }) => {
  test.setTimeout(240_000);
  await ada.open(document);
  await paste(ada, hallway.html);
  await ada.saved();
  await expectAccessible(ada, documentScreens);
});

test('axe finds nothing on a document from right to left, in a page in another language', async ({
  document,
  ada,
}) => {
  test.setTimeout(120_000);
  await ada.open(document);
  await paste(ada, mixed.html);
  await expect(ada.content.locator('blockquote')).toBeVisible();
  await ada.saved();
  await ada.page.evaluate(() => localStorage.setItem('indelible:language', 'zh'));
  await ada.page.reload();
  await expect(ada.page.locator('.ProseMirror blockquote')).toBeVisible();
  await expectAccessible(ada, [
    { name: 'mixed' },
    {
      name: 'more, in Chinese',
      show: ({ page }) => page.getByRole('button', { name: '更多' }).first().click(),
      leave: escape,
    },
  ]);
});

testWithServer(
  'axe finds nothing in any state of the line and of one’s work',
  async ({ server, ada }) => {
    test.setTimeout(180_000);
    const id = await server.newDocument(hallway.title);
    await ada.open(`${server.url}/d/${id}`);
    await ada.type('Words. ');
    await ada.saved();
    await expectAccessible(ada, [{ name: 'saved' }]);
    await ada.line.hold();
    await ada.type('More words. ');
    await expect(ada.save).toHaveAttribute('data-save', 'saving');
    await expectAccessible(ada, [{ name: 'saving' }]);
    ada.line.release();
    await ada.saved();
    await server.kill9();
    await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
    await expectAccessible(ada, [{ name: 'reconnecting' }]);
    await ada.line.cut();
    await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');
    await expectAccessible(ada, [{ name: 'disconnected' }]);
    await server.start();
    await ada.line.restore();
    await ada.saved();
    await server.deleteDocument(id);
    await expect(ada.page.getByRole('alert')).toBeVisible();
    await expectAccessible(ada, [{ name: 'deleted meanwhile' }]);
  },
);

testWithServer(
  'axe finds nothing on pages that say why there is no document',
  async ({ server, ada }) => {
    await ada.page.goto(`${server.url}/nowhere`);
    await expect(ada.page.getByRole('heading', { name: 'nothing at this address' })).toBeVisible();
    await expectAccessible(ada, [{ name: 'no such page' }]);

    await ada.page.goto(`${server.url}/d/${'A'.repeat(22)}`);
    await expect(ada.page.getByRole('heading', { name: 'no such document' })).toBeVisible();
    await expectAccessible(ada, [{ name: 'no such document' }]);
  },
);

testWithServer('axe finds nothing while the server is gone', async ({ server, ada }) => {
  test.setTimeout(120_000);
  const kept = `${server.url}/d/${await server.newDocument('Kept here')}`;
  const other = `${server.url}/d/${await server.newDocument('Elsewhere')}`;
  await ada.open(kept);
  await ada.saved();
  await untilAppIsKept(ada.page);
  await server.kill9();

  await ada.type('words');
  await ada.keptHere();
  await expectAccessible(ada, [{ name: 'offline document' }]);
  await ada.page.goto(server.url);
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await expectAccessible(ada, [{ name: 'offline list' }]);
  await ada.page.goto(other);
  await expect(ada.page.getByText('Couldn’t open this document.')).toBeVisible();
  await expectAccessible(ada, [{ name: 'first sync failed' }]);
});
