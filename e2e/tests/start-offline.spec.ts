import { expectTitles, row, untilAppIsKept } from '../src/start.ts';
import { expect, test } from '../src/test-with-server.ts';

test.use({ serviceWorkers: 'allow' });

test('without the server the start page lists what this device keeps, and one goes on writing', async ({
  server,
  ada,
}) => {
  const kept = await server.newDocument('Kept here');
  await server.newDocument('Never opened here');
  await ada.open(`${server.url}/d/${kept}`);
  await ada.type('before ');
  await ada.saved();
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expectTitles(ada.page, 'Kept here', 'Never opened here');
  await untilAppIsKept(ada.page);

  await server.kill9();
  await ada.page.reload();
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await expectTitles(ada.page, 'Kept here');

  await row(ada.page, 'Kept here').click();
  await ada.ready();
  await ada.page.reload();
  await ada.ready();
  await ada.press('Control+End');
  await ada.type('after');
  await ada.keptHere();
  expect(await ada.text()).toBe('before after');

  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expectTitles(ada.page, 'Kept here');
  await server.start();
  await expectTitles(ada.page, 'Kept here', 'Never opened here');
  await row(ada.page, 'Kept here').click();
  await ada.ready();
  await ada.saved();
  expect(await ada.text()).toBe('before after');
});

test('a new document that nobody can keep says so and changes nothing', async ({ server, ada }) => {
  await ada.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await ada.page.goto(server.url);
  await untilAppIsKept(ada.page);
  await server.kill9();
  await ada.page.getByRole('button', { name: 'New document' }).click();
  await expect(ada.page.getByText('Couldn’t make a new document')).toBeVisible();
  await expect(ada.page).toHaveURL(`${server.url}/`);
});
