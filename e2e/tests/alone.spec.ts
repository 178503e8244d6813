import { Computer } from '../src/computer.ts';
import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import { expectTitles, row, rows, untilAppIsKept } from '../src/start.ts';
import { expect, test as base } from '../src/test-with-server.ts';

base.use({ serviceWorkers: 'allow' });

const test = base.extend<{ computer: Computer }>({
  computer: async ({ hasBrowser: _, launchOptions }, use) => {
    await using computer = new Computer('Ada', launchOptions);
    await use(computer);
  },
});

const expectSave = (person: Person, state: string): Promise<void> =>
  expect(person.save).toHaveAttribute('data-save', state);

/** Makes a document as one does on the start page, and gives it a title and words. */
async function writeNew(person: Person, title: string, words: string): Promise<void> {
  await person.page.getByRole('button', { name: 'New document' }).first().click();
  await person.ready();
  await person.title.pressSequentially(title);
  await person.press('Control+Home');
  await person.type(words);
}

const menuOf = async (person: Person, title: string, item: string): Promise<void> => {
  await person.page.getByRole('button', { name: `More for ${title}` }).click();
  await person.page.getByRole('menu').getByText(item, { exact: true }).click();
};

test('a document that was made without a server survives quitting the browser, and is on the server once it is back', async ({
  server,
  computer,
}) => {
  const ada = await computer.start();
  await ada.page.goto(server.url);
  await untilAppIsKept(ada.page);
  await server.kill9();

  await ada.page.reload();
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await writeNew(ada, 'From the train', 'window seat');
  await expectSave(ada, 'offline');
  const address = ada.page.url();
  await computer.quit();

  const again = await computer.start();
  await again.page.goto(server.url);
  await expectTitles(again.page, 'From the train');
  await expect(rows(again.page)).toContainText('only on this device');
  await row(again.page, 'From the train').click();
  await again.ready();
  await again.press('Control+End');
  await again.type(', coach 7');
  await expectSave(again, 'offline');
  await again.page.getByRole('link', { name: 'All documents' }).click();

  // Nobody opens it again: it goes to the server by itself.
  await server.start();
  await expect(rows(again.page)).not.toContainText('only on this device', { timeout: 40_000 });
  await expect.poll(() => readWords(server, address)).toBe('window seat, coach 7');
  await expectTitles(again.page, 'From the train');
});

/** As where the app comes over plain http from another machine. */
const withoutLocks = ({ page }: Person): Promise<unknown> =>
  page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });

for (const locks of ['with locks', 'without locks'] as const) {
  test(`two tabs bring one document that was made offline, and it is there once, ${locks}`, async ({
    server,
    ada,
    bo,
  }) => {
    if (locks === 'without locks') await withoutLocks(ada);
    await ada.page.goto(server.url);
    await untilAppIsKept(ada.page);
    await server.kill9();
    await writeNew(ada, 'Twice', 'one ');
    await expectSave(ada, 'offline');
    const address = ada.page.url();
    const tab = await ada.anotherTab();
    await tab.open(address);
    await tab.press('Control+End');
    await tab.type('two ');
    await expectSave(tab, 'offline');

    await server.start();
    for (const page of [ada, tab]) await page.saved();
    await bo.open(address);
    await expect.poll(() => bo.text()).toMatch(/^(one two |two one )$/);
    await bo.page.goto(server.url);
    await expectTitles(bo.page, 'Twice');
  });
}

test('a document marked to be kept opens without a server though it was never opened, as fresh as the list', async ({
  server,
  ada,
  bo,
}) => {
  const id = await server.newDocument('Timetable');
  const listed = async (): Promise<string> => {
    const answer = await fetch(`${server.url}/api/v1/documents/${id}`);
    return ((await answer.json()) as { readonly editedAt: string }).editedAt;
  };
  const made = await listed();
  await ada.page.goto(server.url);
  await menuOf(ada, 'Timetable', 'Keep offline');
  await ada.page.keyboard.press('Escape');
  await bo.open(`${server.url}/d/${id}`);
  await bo.type('9:14 to Ghent');
  await bo.saved();
  await untilAppIsKept(ada.page);
  await expect.poll(listed).not.toBe(made);
  const kept = async (): Promise<string | undefined> => {
    const stored = await ada.page.evaluate(() => localStorage.getItem('indelible:kept'));
    return (JSON.parse(stored ?? '{}') as Record<string, string>)[id];
  };
  await expect
    .poll(async () => (await kept()) === (await listed()), { timeout: 40_000 })
    .toBe(true);

  await server.kill9();
  await ada.open(`${server.url}/d/${id}`);
  expect(await ada.text()).toBe('9:14 to Ghent');
});

test('what is renamed and deleted without a server is so there, too, when it is back', async ({
  server,
  ada,
}) => {
  for (const title of ['Draft', 'Old']) {
    await ada.open(`${server.url}/d/${await server.newDocument(title)}`);
  }
  await ada.page.goto(server.url);
  await untilAppIsKept(ada.page);
  await server.kill9();
  await ada.page.reload();
  await expect(row(ada.page, 'Draft')).toBeVisible();
  await menuOf(ada, 'Draft', 'Rename');
  await ada.page.getByRole('textbox', { name: 'New title for Draft' }).fill('Final');
  await ada.page.keyboard.press('Enter');
  await expect(rows(ada.page).filter({ hasText: 'Final' })).toContainText(
    'changes not on the server',
  );
  await menuOf(ada, 'Old', 'Delete');
  await expectTitles(ada.page, 'Final');

  await server.start();
  const titles = async (): Promise<string[]> => {
    const answer = await fetch(`${server.url}/api/v1/documents`);
    const { documents } = (await answer.json()) as { documents: { readonly title: string }[] };
    return documents.map(({ title }) => title);
  };
  await expect.poll(titles, { timeout: 40_000 }).toEqual(['Final']);
  await expectTitles(ada.page, 'Final');
});
