import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, tool } from '../src/writing.ts';

const row = (...cells: readonly string[]) => `<tableRow>${cells.join('')}</tableRow>`;
const cell = (text = '') => `<tableCell>${inside(text)}</tableCell>`;
const header = (text = '') => `<tableHeader>${inside(text)}</tableHeader>`;
const inside = (text: string) => (text === '' ? '<p/>' : `<p>${text}</p>`);
const page = (...rows: readonly string[]) => `<table>${rows.join('')}</table><p/>`;

/** The cell with just this text. */
const cellOf = ({ content }: Person, text: string): Locator =>
  content.locator('td, th').filter({ hasText: new RegExp(`^${text}$`) });

/** Inserts a table of three rows and columns, with the caret in its first cell. */
async function insertTable(person: Person): Promise<void> {
  await tool(person, 'Table').click();
  await person.page.keyboard.press('Enter');
  await expect(person.content.getByRole('table')).toBeVisible();
  await expect(person.content).toBeFocused();
}

async function fill(person: Person, ...texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await person.press('Tab');
    await person.type(text);
  }
}

/** Chooses from the menu that the key opens for the cell with the caret. */
async function choose(
  person: Person,
  name: string,
  role: 'menuitem' | 'menuitemcheckbox' | 'menuitemradio' = 'menuitem',
): Promise<void> {
  await person.press('Alt+F9');
  await person.page.getByRole(role, { name, exact: true }).click();
}

test('a table is made as large as one likes, filled by Tab, and grows and shrinks from the keyboard', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Table').click();
  for (const key of ['ArrowUp', 'ArrowLeft']) await ada.page.keyboard.press(key);
  await expect(ada.page.getByRole('button', { name: '2 rows, 2 columns' })).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await fill(ada, 'a', 'b', 'c', 'd', 'e');
  const head = row(header('a'), header('b'));
  const rest = [row(cell('c'), cell('d')), row(cell('e'), cell())];
  await expectMarkup([ada, bo], page(head, ...rest));

  await choose(ada, 'Add row above');
  await choose(ada, 'Add column after');
  await expectMarkup(
    [ada, bo],
    page(
      row(header('a'), header(), header('b')),
      row(cell('c'), cell(), cell('d')),
      row(cell(), cell(), cell()),
      row(cell('e'), cell(), cell()),
    ),
  );
  await choose(ada, 'Delete row');
  await cellOf(ada, 'b').click();
  await choose(ada, 'Delete column');
  await choose(ada, 'Heading row', 'menuitemcheckbox');
  await expectMarkup(
    [ada, bo],
    page(row(cell('a'), cell()), row(cell('c'), cell()), row(cell(), cell())),
  );
  await choose(ada, 'Delete table');
  await expectMarkup([ada, bo], '<p/>');
  await expect(ada.content).toBeFocused();
});

test('rows and columns are moved by their handles and by keys, with what another writes in them', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await insertTable(ada);
  await fill(ada, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
  await expect(cellOf(bo, 'i')).toBeVisible();
  await cellOf(bo, 'd').click();
  await bo.press('End');

  await cellOf(ada, 'd').hover();
  const handle = ada.page.getByRole('button', { name: /^Row 2/ });
  await handle.hover();
  await ada.page.mouse.down();
  const target = await cellOf(ada, 'g').boundingBox();
  if (target === null) throw new Error('There is no such cell.');
  await ada.page.mouse.move(target.x, target.y + target.height - 2, { steps: 5 });
  await bo.type('!');
  await ada.page.mouse.up();
  const head = row(header('a'), header('b'), header('c'));
  const moved = row(cell('d!'), cell('e'), cell('f'));
  await expectMarkup([ada, bo], page(head, row(cell('g'), cell('h'), cell('i')), moved));

  await cellOf(ada, 'h').click();
  await ada.press('Alt+Shift+ArrowLeft');
  await expectMarkup(
    [ada, bo],
    page(
      row(header('b'), header('a'), header('c')),
      row(cell('h'), cell('g'), cell('i')),
      row(cell('e'), cell('d!'), cell('f')),
    ),
  );
  await ada.press('Control+z');
  await expectMarkup([ada, bo], page(head, row(cell('g'), cell('h'), cell('i')), moved));
});

test('selected cells are merged, coloured, emptied and split, for both', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await insertTable(ada);
  await fill(ada, 'a', 'b');
  await ada.press('Shift+Tab', 'Escape', 'Shift+ArrowRight');
  await choose(ada, 'Merge cells');
  await expect(bo.content.locator('th[colspan="2"]')).toHaveText('ab');
  await choose(ada, 'Red', 'menuitemradio');
  await expect(bo.content.locator('th[data-background="red"]')).toHaveCount(1);
  await ada.press('Delete');
  await expect(bo.content.locator('th[colspan="2"]')).toHaveText('');
  await choose(ada, 'Split cell');
  await expect(bo.content.locator('th')).toHaveCount(3);
  await ada.press('Escape');
  await ada.type('after');
  await expect.poll(() => bo.text()).toContain('after');
  await expect(ada.content.locator('p').last()).toHaveText('after');
});

test('a column is made wider with the keyboard, for both, and a wide table scrolls in its own box', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await insertTable(ada);
  const first = bo.content.locator('th').first();
  const before = (await first.boundingBox())?.width ?? 0;
  await ada.press('Alt+F9');
  for (let times = 0; times < 3; times += 1)
    await ada.page.getByRole('menuitem', { name: 'Make column wider' }).click();
  await ada.page.keyboard.press('Escape');
  await expect(ada.content).toBeFocused();
  await expect
    .poll(async () => (await first.boundingBox())?.width ?? 0)
    .toBeGreaterThan(before + 60);

  const box = bo.content.locator('.tableWrapper');
  await expect(box).toHaveAttribute('data-more', '');
  for (let times = 0; times < 8; times += 1) await choose(ada, 'Add column after');
  await expect(box).toHaveAttribute('data-more', 'end');
  const isPageWide = await bo.page.evaluate(
    () => window.document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isPageWide).toBe(false);
});

test('cells go to a spreadsheet and come from it as words with tabs between them', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  await insertTable(ada);
  await fill(ada, 'a', 'b', 'c');
  await ada.content.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1\t2\n3\t"4 ""x"""');
    content.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expectMarkup(
    [ada],
    page(
      row(header('a'), header('b'), cell('1'), cell('2')),
      row(cell(), cell(), cell('3'), cell('4 "x"')),
      row(cell(), cell(), cell(), cell()),
    ),
  );
  const copied = await ada.content.evaluate((content) => {
    const clipboardData = new DataTransfer();
    content.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('1\t2\n3\t"4 ""x"""');
});

test('what two people write in two cells at once is in both cells', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await insertTable(ada);
  await expect(bo.content.getByRole('table')).toBeVisible();
  await bo.content.getByRole('cell').first().click();
  await Promise.all([ada.type('from Ada'), bo.type('from Bo')]);
  const plain = row(cell(), cell(), cell());
  await expectMarkup(
    [ada, bo],
    page(row(header('from Ada'), header(), header()), row(cell('from Bo'), cell(), cell()), plain),
  );
});
