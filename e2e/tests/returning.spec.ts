import { expectAccessible } from '../src/accessible.ts';
import { readWords } from '../src/reader.ts';
import { row, rows, untilAppIsKept } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { writeWhileAway } from '../src/writing.ts';

test.use({ serviceWorkers: 'allow' });

test('who comes back is told who wrote what meanwhile, and gets there from it', async ({
  document,
  ada,
  bo,
}) => {
  await ada.open(document);
  await ada.insert('ours');
  await ada.saved();
  await writeWhileAway(document, { away: ada, writer: bo }, 'by Bo, once', 'by Bo, twice');

  await ada.open(document);
  const summary = ada.page.getByRole('region', { name: 'While you were away' });
  await expect(summary).toContainText('2 paragraphs by Bo while you were away');
  await expectAccessible(ada, [{ name: 'summary' }]);
  await summary.getByRole('button', { name: 'by Bo, twice' }).click();
  await ada.page.keyboard.insertText('read: ');
  await expect.poll(() => bo.text()).toBe('ours\nby Bo, once\nread: by Bo, twice');

  await summary.getByRole('button', { name: 'Dismiss' }).click();
  await expect(summary).toHaveCount(0);
  await ada.saved();
  await ada.reload();
  await expect(ada.people).toHaveCount(2);
  await expect(summary).toHaveCount(0);
});

testWithServer(
  'words for a document that was deleted meanwhile stay, are listed, and become a new document',
  async ({ server, document, ada }) => {
    await ada.open(document);
    await ada.title.pressSequentially('Minutes');
    await ada.insert('agreed');
    await ada.saved();
    await untilAppIsKept(ada.page);
    await ada.writeOffline(' and written on the plane');
    await server.deleteDocument(document);
    await ada.line.restore();
    const notice = ada.page.getByRole('alert');
    await expect(notice).toContainText('Some of your words never reached the server.');

    await ada.page.getByRole('link', { name: 'All documents' }).click();
    const drawer = ada.page.getByRole('region', { name: 'Not on the server' });
    await expect(drawer).toContainText('Minutes');
    await expect(drawer).toContainText('the document was deleted');
    await expectAccessible(ada, [{ name: 'drawer' }]);
    await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await drawer.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(drawer.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toContain(
      'agreed and written on the plane',
    );
    // Nothing goes at the first press, nor when somebody thinks better of it.
    await drawer.getByRole('button', { name: 'Discard' }).click();
    await expect(drawer.getByRole('button', { name: 'Keep', exact: true })).toBeFocused();
    await ada.page.keyboard.press('Escape');
    await drawer.getByRole('link', { name: 'Minutes' }).click();
    await expect(ada.content).toContainText('agreed and written on the plane');

    await ada.page.goBack();
    await drawer.getByRole('button', { name: 'Save as a new document' }).click();
    await ada.ready();
    await ada.saved();
    expect(ada.page.url()).not.toBe(document);
    expect(await readWords(server, ada.page.url())).toBe('agreed and written on the plane');
    await ada.page.getByRole('link', { name: 'All documents' }).click();
    await expect(ada.page.getByRole('list', { name: 'Documents' })).toContainText('Minutes');
    await expect(drawer).toHaveCount(0);
  },
);

test('words of somebody whom the server no longer lets in stay, are listed, and go up once it does', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.insert('mine');
  await ada.saved();
  await untilAppIsKept(ada.page);
  await ada.writeOffline(' and kept');
  // As an app does whose tokens say who may enter; here everybody may.
  let isShut = true;
  await ada.page.routeWebSocket(/\/sync\//, async (socket) => {
    if (isShut) await socket.close({ code: 4403, reason: 'you may not enter' });
    else socket.connectToServer();
  });
  await ada.line.restore();
  const notice = ada.page.getByRole('alert');
  await expect(notice).toContainText('Some of your words never reached the server.');
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  const drawer = ada.page.getByRole('region', { name: 'Not on the server' });
  await expect(drawer).toContainText('the server doesn’t let you in any more');

  isShut = false;
  await ada.page.goto(document);
  await ada.saved();
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expect(drawer).toHaveCount(0);
});

testWithServer(
  'words that are discarded knowingly are gone, and nothing else is',
  async ({ server, document, ada }) => {
    await ada.open(document);
    await ada.insert('first');
    await ada.saved();
    await ada.writeOffline(' second');
    await server.deleteDocument(document);
    await ada.line.restore();
    const notice = ada.page.getByRole('alert');
    await notice.getByRole('button', { name: 'Discard', exact: true }).click();
    await notice.getByRole('button', { name: 'Discard for good' }).click();
    await expect(ada.page).toHaveURL(`${server.url}/`);

    await server.restoreDocument(document);
    await ada.open(document);
    expect(await ada.text()).toBe('first');
  },
);

testWithServer(
  'a device whose clock is years off says sane things and saves',
  async ({ server, ada }) => {
    await server.newDocument('Today');
    await ada.page.addInitScript(() => {
      const ahead = 3 * 365 * 86_400_000;
      const real = Date.now.bind(Date);
      Date.now = () => real() + ahead + Number(Reflect.get(globalThis, 'setBack') ?? 0);
    });
    await ada.page.goto(server.url);
    await expect(rows(ada.page)).toContainText('just now');
    await row(ada.page, 'Today').click();
    await ada.ready();
    await ada.insert('words');
    await ada.saved();
    await expect(ada.save).toHaveText(/^Saved (just now|\d+ s ago)/);

    // Somebody puts it right while the line is down: nothing waits for three years.
    await server.kill9();
    await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
    await ada.page.evaluate(() => Reflect.set(globalThis, 'setBack', -3 * 365 * 86_400_000));
    await expect(ada.connection).toHaveText(/Reconnecting…|Reconnecting in \d\d? s/);
    await server.start();
    await expect(ada.connection).toHaveAttribute('data-connection', 'connected', {
      timeout: 40_000,
    });
    await ada.insert(' more');
    await ada.saved();
    await expect(ada.save).toHaveText(/^Saved (just now|\d+ s ago)/);
  },
);

test('a full disk says so while words are at risk, and mends by itself', async ({
  document,
  ada,
}) => {
  const session = await ada.page.context().newCDPSession(ada.page);
  const { origin } = new URL(document);
  // From the beginning, for a browser that has found room looks for it again only after a while.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await ada.open(document);
  await ada.insert('kept only there');
  await expect(ada.save).toContainText('not kept on this device');
  await ada.saved();

  await ada.line.cut();
  await ada.press('Control+End');
  await ada.insert(' at risk');
  await expect(ada.save).toHaveAttribute('data-save', 'unkept');
  await expect(ada.save).toContainText('this device is full');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(ada.save).toHaveAttribute('data-save', 'offline', { timeout: 40_000 });
  await ada.line.restore();
  await ada.saved();
  await expect(ada.save).not.toContainText('not kept');
});
