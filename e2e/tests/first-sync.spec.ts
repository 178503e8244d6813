import { untilAppIsKept } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

test.use({ serviceWorkers: 'allow' });

testWithServer(
  'a document that can’t be fetched is never an empty page to write on',
  async ({ server, document, ada }) => {
    await ada.bringClock();
    await ada.page.goto(server.url);
    await untilAppIsKept(ada.page);
    await server.kill9();

    await ada.page.goto(document);

    await expect(ada.page.getByText('Couldn’t open this document.')).toBeVisible();
    await expect(ada.page.getByRole('textbox')).toHaveCount(0);
    await expect(ada.save).toHaveCount(0);
    await ada.stopClock();
    await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
    await server.start();
    await ada.page.getByRole('main').getByRole('button', { name: 'Retry' }).click();
    await ada.connected();
    await ada.page.clock.resume();
    await ada.ready();
    await ada.insert('here after all');
    await ada.saved();
  },
);

test('a document whose server does not answer is never an empty page to write on', async ({
  document,
  ada,
}) => {
  await ada.bringClock();
  await ada.line.hold();
  await ada.page.goto(document);
  await expect(ada.connection).toHaveAttribute('data-connection', 'connecting');
  await expect(ada.page.getByRole('textbox')).toHaveCount(0);

  await ada.page.clock.runFor('00:11');

  await expect(ada.page.getByText('Couldn’t open this document.')).toBeVisible();
  await expect(ada.page.getByRole('textbox')).toHaveCount(0);
  ada.line.release();
  await ada.ready();
});

testWithServer('an address that leads to no document says so', async ({ server, ada }) => {
  await ada.page.goto(`${server.url}/d/${'A'.repeat(22)}`);

  await expect(ada.page.getByText('There is no such document.')).toBeVisible();
  await expect(ada.page.getByRole('textbox')).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'All documents' }).click();
  await expect(ada.page).toHaveURL(`${server.url}/`);
});

testWithServer(
  'a document that is deleted while it is open stays readable and can be brought back',
  async ({ server, document, ada, bo }) => {
    await Promise.all([ada.open(document), bo.open(document)]);
    await ada.insert('words that somebody may want');
    await expect.poll(() => bo.text()).toBe('words that somebody may want');
    await ada.saved();

    await server.deleteDocument(document);

    for (const { page, content } of [ada, bo]) {
      await expect(page.getByRole('alert')).toContainText('This document was deleted.');
      await expect(content).toBeVisible();
      await expect(content).toHaveAttribute('contenteditable', 'false');
      await expect(content).toHaveAttribute('aria-readonly', 'true');
      await expect(content).toContainText('words that somebody may want');
    }
    await bo.page.getByRole('alert').getByRole('button').first().click();
    await Promise.all([ada.ready(), bo.ready()]);
    await bo.press('Control+End');
    await bo.insert(' again');
    await expect.poll(() => ada.text()).toBe('words that somebody may want again');
  },
);
