import { fileURLToPath } from 'node:url';

import { documentScreens } from '../src/document-screens.ts';
import { type Person } from '../src/person.ts';
import { hallway } from '../src/sample.ts';
import { ServerProcess } from '../src/server-process.ts';
import { SmallDisk } from '../src/small-disk.ts';
import { importFile, rows, untilAppIsKept, untilFound } from '../src/start.ts';
import { expect, test } from '../src/test-with-server.ts';
import { paste, writeWhileAway } from '../src/writing.ts';
import { shot } from './shot.ts';

const MANY = 300;
/** So many times the sample are about twenty pages. */
const LONG = 20;

const everything = fileURLToPath(
  new URL('../../packages/document/test/transfer/sample/sample.md', import.meta.url),
);

const press = async ({ page }: Person, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const put = ({ page }: Person): Promise<void> => page.keyboard.press('Escape');

test('the start page', async ({ server, ada }) => {
  await ada.page.goto(server.url);
  await expect(ada.page.getByText('A document is a page that several people')).toBeVisible();
  await shot(ada, 'start-empty');

  for (const title of ['Reading list', 'Letter to the landlord', hallway.title]) {
    await server.newDocument(title);
  }
  await expect(rows(ada.page)).toHaveCount(3);
  await shot(ada, 'start-three');
  await ada.page.getByRole('link', { name: hallway.title }).focus();
  await press(ada, `More for ${hallway.title}`);
  await shot(ada, 'start-menu');
  await put(ada);
  await ada.page.keyboard.press('Delete');
  await expect(ada.page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await shot(ada, 'start-deleted');

  for (let made = 2; made < MANY; made++) {
    const topic = ['Minutes', 'Letter', 'Draft of a talk about hedgehogs and their winters'][
      made % 3
    ];
    await server.newDocument(made % 40 === 0 ? '' : `${topic} ${made}`);
  }
  await ada.page.reload();
  await expect(rows(ada.page)).toHaveCount(MANY);
  await shot(ada, 'start-many');
  await ada.page.getByRole('searchbox').fill('hedgehogs 11');
  await shot(ada, 'start-search');
  await ada.page.getByRole('searchbox').fill('no such thing');
  await expect(ada.page.getByText('No document contains')).toBeVisible();
  await shot(ada, 'start-nothing-found');

  await untilAppIsKept(ada.page);
  await server.kill9();
  await ada.page.reload();
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await shot(ada, 'start-offline');
});

test('a search', async ({ server, ada }) => {
  for (const [title, text] of [
    ['Reading list', 'Everything about light, and one book about hedges.'],
    ['About the kitchen', ''],
    [hallway.title, null],
  ] as const) {
    await ada.open(`${server.url}/d/${await server.newDocument(title)}`);
    if (text === null) await paste(ada, hallway.html);
    else await ada.type(text);
    await ada.saved();
    await ada.page.getByRole('link', { name: 'All documents' }).click();
    await untilFound(server, title);
  }
  await untilFound(server, 'ladder');
  await ada.page.getByRole('searchbox').fill('about');
  await expect(ada.page.locator('mark').first()).toBeVisible();
  await shot(ada, 'search-found');
  await ada.page.keyboard.press('ArrowDown');
  await shot(ada, 'search-row');
  await ada.page.route('**/api/v1/documents?q=*', (route) => route.fulfill({ status: 500 }));
  await ada.page.getByRole('searchbox').fill('read');
  await expect(ada.page.getByText('couldn’t search the texts')).toBeVisible();
  await shot(ada, 'search-titles-only');
});

test('a document', async ({ document, ada, bo }) => {
  await ada.open(document);
  await ada.saved();
  await shot(ada, 'document-empty');
  await ada.title.fill(hallway.title);
  await paste(ada, hallway.html);
  await ada.saved();
  await ada.press('Control+Home');
  await shot(ada, 'document-rich');
  await ada.content.locator('pre').click();
  await shot(ada, 'code');
  await ada.content.getByRole('cell', { name: 'Stairs' }).click();
  await shot(ada, 'table');

  for (const { name, show, leave } of documentScreens) {
    await show?.(ada);
    await shot(ada, `screen-${name.replaceAll(/\W+/g, '-')}`);
    await leave?.(ada);
  }

  await bo.open(document);
  await bo.select('handshake');
  await ada.press('Control+Home');
  await expect.poll(() => ada.carets()).toEqual(['Bo']);
  await shot(ada, 'two-people');
});

test('everything a document can hold', async ({ server, ada }) => {
  await ada.page.goto(server.url);
  await importFile(ada.page, everything);
  await ada.ready();
  await expect(ada.content.locator('.katex').first()).toBeVisible();
  await ada.saved();
  await ada.press('Control+Home');
  await shot(ada, 'everything');
  for (const words of ['Set apart', 'A toggle']) {
    const place = ada.content.getByText(words).first();
    await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await shot(ada, `everything-${words.replaceAll(' ', '-').toLowerCase()}`);
  }
});

test('while somebody was away', async ({ document, ada, bo }) => {
  await ada.open(document);
  await ada.title.fill(hallway.title);
  await paste(ada, hallway.html);
  await ada.saved();
  const written = ['The ladder is back in the cellar.', 'Mina keeps the lamp.'];
  await writeWhileAway(document, { away: ada, writer: bo }, ...written);
  await ada.open(document);
  await expect(ada.page.getByRole('region', { name: 'While you were away' })).toBeVisible();
  await shot(ada, 'while-away');
});

test('words that no server has', async ({ server, document, ada }) => {
  await ada.open(document);
  await ada.title.fill(hallway.title);
  await paste(ada, hallway.html);
  await ada.saved();
  await untilAppIsKept(ada.page);
  await ada.writeOffline(' Written on the train.');
  await server.deleteDocument(document);
  await ada.line.restore();
  await expect(ada.page.getByRole('alert')).toContainText('never reached the server');
  await shot(ada, 'drawer-document');
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expect(ada.page.getByRole('region', { name: 'Not on the server' })).toBeVisible();
  await shot(ada, 'drawer');
  await press(ada, 'Discard');
  await shot(ada, 'drawer-discard');
});

test('a long document', async ({ document, ada }) => {
  await ada.open(document);
  await ada.title.fill(hallway.title);
  await paste(ada, hallway.html.repeat(LONG));
  await ada.saved();
  await shot(ada, 'long-end');
  await ada.content
    .locator('h2')
    .nth(LONG / 2)
    .scrollIntoViewIfNeeded();
  await shot(ada, 'long-middle');
});

test('each status', async ({ server, ada }) => {
  const id = await server.newDocument(hallway.title);
  await ada.open(`${server.url}/d/${id}`);
  await ada.type('Words. ');
  await ada.saved();
  await shot(ada, 'status-saved');
  await ada.line.hold();
  await ada.type('More words. ');
  await expect(ada.save).toHaveAttribute('data-save', 'saving');
  await shot(ada, 'status-saving');
  ada.line.release();
  await ada.saved();
  await server.kill9();
  await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
  await shot(ada, 'status-reconnecting');
  await ada.type('Offline words. ');
  await ada.keptHere();
  await shot(ada, 'status-offline');
  await ada.line.cut();
  await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');
  await shot(ada, 'status-disconnected');
  await server.start();
  await ada.line.restore();
  await ada.saved();
  await server.deleteDocument(id);
  await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');
  await expect(ada.page.getByRole('alert')).toBeVisible();
  await shot(ada, 'status-deleted');
});

test('a full disk', async ({ arrive }) => {
  const mounted = SmallDisk.mount(16);
  if ('reason' in mounted) return test.skip(true, mounted.reason);
  using disk = mounted;
  await using server = await ServerProcess.start('server', { dataDir: disk.folder });
  const ada = await arrive('Ada', '#f0447e');
  await ada.open(`${server.url}/d/${await server.newDocument(hallway.title)}`);
  disk.fill();
  await paste(ada, '<p>Much ado about nothing.</p>'.repeat(20_000));
  await expect(ada.save).toHaveAttribute('data-save', 'failing', { timeout: 60_000 });
  await shot(ada, 'status-not-saved');
});

test('pages that say why there is no document', async ({ server, document, ada }) => {
  await ada.page.goto(`${server.url}/nowhere`);
  await expect(ada.page.getByRole('heading')).toBeVisible();
  await shot(ada, 'no-such-page');
  await ada.page.goto(`${server.url}/d/${'A'.repeat(22)}`);
  await expect(ada.page.getByRole('heading', { name: 'no such document' })).toBeVisible();
  await shot(ada, 'no-such-document');
  await ada.page.goto(`${server.url}/d/half`);
  await expect(ada.page.getByRole('heading', { name: 'isn’t complete' })).toBeVisible();
  await shot(ada, 'half-a-link');
  await untilAppIsKept(ada.page);
  await server.kill9();
  await ada.page.goto(document);
  await expect(ada.page.getByRole('heading', { name: 'Couldn’t open' })).toBeVisible();
  await shot(ada, 'first-sync-failed');
});
