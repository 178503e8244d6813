import type { Person } from '../src/person.ts';
import { expectTitles, row, rows, untilAppIsKept, untilFound } from '../src/start.ts';
import { expect, test } from '../src/test-with-server.ts';

test.use({ serviceWorkers: 'allow' });

const field = ({ page }: Person) => page.getByRole('searchbox', { name: 'Search documents' });

test('a document is found by a word from its middle once its writer has left', async ({
  server,
  ada,
  bo,
}) => {
  const id = await server.newDocument('Kitchen');
  await server.newDocument('Garden');
  await ada.open(`${server.url}/d/${id}`);
  await ada.type('First fill the Teekännchen with water');
  await ada.press('Enter');
  await ada.type('and then wait.');
  await ada.saved();
  await ada.page.getByRole('link', { name: 'All documents' }).click();

  await bo.page.goto(server.url);
  await expectTitles(bo.page, 'Kitchen', 'Garden');
  await bo.page.keyboard.press('/');
  await expect(field(bo)).toBeFocused();
  await untilFound(server, 'water wait');
  await bo.page.keyboard.type('teekann');
  await expectTitles(bo.page, 'Kitchen');
  await expect(row(bo.page, 'Kitchen')).toContainText('First fill the Teekännchen with water');
  await expect(row(bo.page, 'Kitchen').locator('mark')).toHaveText('Teekännchen');
  await expect(bo.page.getByText('1 document', { exact: true })).toBeAttached();

  await bo.page.keyboard.press('ArrowDown');
  await expect(row(bo.page, 'Kitchen')).toBeFocused();
  await bo.page.keyboard.press('Escape');
  await expect(field(bo)).toBeFocused();
  await bo.page.keyboard.press('Escape');
  await expect(field(bo)).toHaveValue('');
  await expectTitles(bo.page, 'Kitchen', 'Garden');
  await expect(bo.page.locator('mark')).toHaveCount(0);
});

test('Enter opens what the words find, not what is left of the words before', async ({
  server,
  ada,
}) => {
  for (const [title, words] of [
    ['Kitchen', 'kettle'],
    ['Garden', 'spade'],
  ] as const) {
    await ada.open(`${server.url}/d/${await server.newDocument(title)}`);
    await ada.type(words);
    await ada.saved();
    await ada.page.getByRole('link', { name: 'All documents' }).click();
    await untilFound(server, words);
  }
  await field(ada).fill('spade');
  await expectTitles(ada.page, 'Garden');
  await field(ada).fill('kettle');
  await field(ada).press('Enter');
  await ada.ready();
  await expect(ada.title).toHaveValue('Kitchen');
});

test('when the server can’t search, titles are searched and it says so', async ({
  server,
  ada,
}) => {
  await server.newDocument('Kitchen');
  await server.newDocument('Garden');
  let isBroken = true;
  await ada.page.route('**/api/v1/documents?q=*', (route) =>
    isBroken ? route.fulfill({ status: 500 }) : route.continue(),
  );
  await ada.page.goto(server.url);
  await expect(rows(ada.page)).toHaveCount(2);
  await field(ada).fill('gard');
  await expect(ada.page.getByText('The server couldn’t search the texts just now.')).toBeVisible();
  await expectTitles(ada.page, 'Garden');
  isBroken = false;
  await ada.page.getByRole('button', { name: 'Retry' }).click();
  await expect(ada.page.getByText('The server couldn’t search the texts just now.')).toBeHidden();
  await field(ada).fill('nothing like it');
  await expect(ada.page.getByText('No document contains “nothing like it”.')).toBeVisible();
});

test('without the server the titles kept on this device are searched', async ({ server, ada }) => {
  const id = await server.newDocument('Kitchen');
  await ada.open(`${server.url}/d/${id}`);
  await ada.type('kettle');
  await ada.saved();
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expectTitles(ada.page, 'Kitchen');
  await untilAppIsKept(ada.page);
  await server.kill9();
  await ada.page.reload();
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await field(ada).fill('kit');
  await expectTitles(ada.page, 'Kitchen');
  await field(ada).fill('kettle');
  await expect(ada.page.getByText('No title contains “kettle”.')).toBeVisible();
});

test('the server is asked when the typing pauses, and answers to former words are given up', async ({
  server,
  ada,
}) => {
  await server.newDocument('Kitchen');
  await ada.bringClock();
  await ada.page.goto(server.url);
  await expect(rows(ada.page)).toHaveCount(1);
  const asked: string[] = [];
  const givenUp: string[] = [];
  const wordsOf = (url: string): string => new URL(url).searchParams.get('q') ?? '';
  ada.page.on('request', (request) => {
    if (request.url().includes('?q=')) asked.push(wordsOf(request.url()));
  });
  ada.page.on('requestfailed', (request) => givenUp.push(wordsOf(request.url())));
  const held = Promise.withResolvers<void>();
  await ada.page.route('**/api/v1/documents?q=first', async (route) => {
    await held.promise;
    await route.continue().catch(() => {});
  });
  await ada.stopClock();
  await field(ada).pressSequentially('first');
  await ada.page.clock.runFor(100);
  expect(asked).toEqual([]);
  await ada.page.clock.runFor(100);
  await expect.poll(() => asked).toEqual(['first']);
  await field(ada).fill('second');
  await ada.page.clock.resume();
  await expect(ada.page.getByText('No document contains “second”.')).toBeVisible();
  await expect.poll(() => givenUp).toEqual(['first']);
  held.resolve();
  expect([...new Set(asked)]).toEqual(['first', 'second']);
});
