import AxeBuilder from '@axe-core/playwright';

import type { Person } from '../src/person.ts';
import { hallway } from '../src/sample.ts';
import { expectTitles, row, untilAppIsKept, untilFound } from '../src/start.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

const looks = [
  { colorScheme: 'light', size: wide },
  { colorScheme: 'dark', size: wide },
  { colorScheme: 'light', size: phone },
] as const;

interface State {
  readonly name: string;
  readonly show?: (person: Person) => Promise<void>;
  readonly leave?: (person: Person) => Promise<void>;
}

/** Looks at each state in each look; what hangs on a button closes when the window changes. */
async function expectAccessible(person: Person, states: readonly State[]): Promise<void> {
  const { page } = person;
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    for (const { name, show, leave } of states) {
      await test.step(`${name}, ${colorScheme}, ${size.width} px`, async () => {
        await show?.(person);
        expect(await violations(person), name).toEqual([]);
        await leave?.(person);
      });
    }
  }
}

async function violations({ page }: Person): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .setLegacyMode();
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

async function escapeToText({ page, content }: Person): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(content).toBeFocused();
}

const escape = ({ page }: Person): Promise<void> => page.keyboard.press('Escape');

test('axe finds nothing on the start page, empty or not, nor in its menus', async ({
  server,
  ada,
}) => {
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
  test.setTimeout(120_000);
  await ada.open(document);
  await ada.saved();
  const { page } = ada;
  const press = (name: string | RegExp) => () => page.getByRole('button', { name }).first().click();
  await expectAccessible(ada, [
    { name: 'share', show: press('Share'), leave: escape },
    { name: 'more', show: press(/^More$/), leave: escape },
    { name: 'status', show: press(/^Connected/), leave: escape },
    { name: 'oneself', show: press(/\(you\)/), leave: escape },
    { name: 'kinds of text', show: press(/^Kind of text/), leave: escapeToText },
    { name: 'link', show: () => ada.press('Control+k'), leave: escapeToText },
    {
      name: 'refused link',
      async show() {
        await ada.press('Control+k');
        await page.getByRole('textbox', { name: 'Address' }).fill('javascript:x');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('alert')).toBeVisible();
      },
      leave: escapeToText,
    },
    { name: 'image', show: press('Image'), leave: escapeToText },
  ]);
});

test('axe finds nothing on pages that say why there is no document', async ({ server, ada }) => {
  await ada.page.goto(`${server.url}/nowhere`);
  await expect(ada.page.getByRole('heading', { name: 'nothing at this address' })).toBeVisible();
  await expectAccessible(ada, [{ name: 'no such page' }]);

  await ada.page.goto(`${server.url}/d/${'A'.repeat(22)}`);
  await expect(ada.page.getByRole('heading', { name: 'no such document' })).toBeVisible();
  await expectAccessible(ada, [{ name: 'no such document' }]);
});

test('axe finds nothing while the server is gone', async ({ server, ada }) => {
  test.setTimeout(120_000);
  const kept = `${server.url}/d/${await server.newDocument('Kept here')}`;
  const other = `${server.url}/d/${await server.newDocument('Elsewhere')}`;
  await ada.open(kept);
  await ada.saved();
  await untilAppIsKept(ada.page);
  await server.kill9();

  await ada.type('words');
  await expect(ada.save).toHaveAttribute('data-save', 'offline');
  await expectAccessible(ada, [{ name: 'offline document' }]);
  await ada.page.goto(server.url);
  await expect(ada.page.getByText('The server can’t be reached.')).toBeVisible();
  await expectAccessible(ada, [{ name: 'offline list' }]);
  await ada.page.goto(other);
  await expect(ada.page.getByText('Couldn’t open this document.')).toBeVisible();
  await expectAccessible(ada, [{ name: 'first sync failed' }]);
});
