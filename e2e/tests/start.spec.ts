import { row, expectTitles, rows } from '../src/start.ts';
import { expect, test } from '../src/test-with-server.ts';

test('an empty start page says what a document is and makes one, by button and by key', async ({
  server,
  ada,
}) => {
  await ada.page.goto(server.url);
  await expect(ada.page.getByText('A document is a page that several people')).toBeVisible();
  await expect(ada.page.getByRole('searchbox')).toBeHidden();
  await ada.page.getByRole('button', { name: 'New document' }).click();
  await expect(ada.page).toHaveURL(/\/d\/[\w-]{22}$/);
  await ada.ready();
  await ada.title.fill('The first');
  await ada.saved();
  await ada.page.getByRole('link', { name: 'All documents' }).click();
  await expectTitles(ada.page, 'The first');

  await ada.page.keyboard.press('n');
  await expect(ada.page).toHaveURL(/\/d\/[\w-]{22}$/);
  await ada.ready();
  await ada.page.goBack();
  await expectTitles(ada.page, 'Untitled', 'The first');
});

test('the list begins with what was edited last, and follows what others do', async ({
  server,
  ada,
  bo,
}) => {
  const oldest = await server.newDocument('Oldest');
  await server.newDocument('Middle');
  await server.newDocument('Newest');
  await bo.page.goto(server.url);
  await expectTitles(bo.page, 'Newest', 'Middle', 'Oldest');

  await ada.open(`${server.url}/d/${oldest}`);
  await ada.title.fill('Oldest, and edited');
  await ada.saved();
  await expectTitles(bo.page, 'Oldest, and edited', 'Newest', 'Middle');

  await server.newDocument('Only just made');
  await expectTitles(bo.page, 'Only just made', 'Oldest, and edited', 'Newest', 'Middle');
});

test('searching narrows the list down, opens the first with Enter and ends with Escape', async ({
  server,
  ada,
}) => {
  for (const title of ['Letter to Zoë', 'Budget 2027', 'Letter to the bank']) {
    await server.newDocument(title);
  }
  await ada.page.goto(server.url);
  await expect(rows(ada.page)).toHaveCount(3);
  await ada.page.keyboard.press('/');
  const search = ada.page.getByRole('searchbox', { name: 'Search documents' });
  await expect(search).toBeFocused();
  // An n in the field is a letter, not a new document.
  await ada.page.keyboard.type('bank');
  await expectTitles(ada.page, 'Letter to the bank');
  await expect(ada.page.getByText('1 document', { exact: true })).toBeAttached();

  await search.fill('zoe LETTER');
  await expectTitles(ada.page, 'Letter to Zoë');
  await search.fill('nothing like it');
  await expect(ada.page.getByText('No document contains “nothing like it”.')).toBeVisible();
  await search.press('Escape');
  await expect(rows(ada.page)).toHaveCount(3);

  await search.fill('budget');
  await search.press('Enter');
  await ada.ready();
  await expect(ada.title).toHaveValue('Budget 2027');
});

test('a document is renamed in its line, and on the page of whoever has it open', async ({
  server,
  ada,
  bo,
}) => {
  const id = await server.newDocument('Before');
  await bo.open(`${server.url}/d/${id}`);
  await ada.page.goto(server.url);
  const field = ada.page.getByRole('textbox', { name: 'New title for' });

  await row(ada.page, 'Before').focus();
  await ada.page.keyboard.press('F2');
  await expect(field).toBeFocused();
  await ada.page.keyboard.type('Never mind');
  await ada.page.keyboard.press('Escape');
  await expectTitles(ada.page, 'Before');
  await expect(row(ada.page, 'Before')).toBeFocused();

  await row(ada.page, 'Before').hover();
  await ada.page.getByRole('button', { name: 'More for Before' }).click();
  await ada.page.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(field).toBeFocused();
  await ada.page.keyboard.type('After');
  await ada.page.keyboard.press('Enter');
  await expectTitles(ada.page, 'After');
  await expect(bo.title).toHaveValue('After');
  await ada.page.reload();
  await expectTitles(ada.page, 'After');
});

test('a document is deleted at once and comes back with Undo or Ctrl+Z', async ({
  server,
  ada,
  bo,
}) => {
  await server.newDocument('Kept');
  await server.newDocument('Precious');
  await ada.page.goto(server.url);
  await bo.page.goto(server.url);
  await row(ada.page, 'Precious').focus();
  await ada.page.keyboard.press('Delete');
  await expectTitles(ada.page, 'Kept');
  await expect(row(ada.page, 'Kept')).toBeFocused();
  await expectTitles(bo.page, 'Kept');
  await ada.page.getByRole('button', { name: 'Undo' }).click();
  await expectTitles(ada.page, 'Precious', 'Kept');
  await expectTitles(bo.page, 'Precious', 'Kept');

  await row(ada.page, 'Precious').hover();
  await ada.page.getByRole('button', { name: 'More for Precious' }).click();
  await ada.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expectTitles(ada.page, 'Kept');
  await ada.page.keyboard.press('Control+z');
  await expectTitles(ada.page, 'Precious', 'Kept');
  await expect(ada.page.getByText('“Precious” deleted')).toBeHidden();
});

test('a document that is deleted from its own page leads back to the list, with the same Undo', async ({
  server,
  ada,
}) => {
  const id = await server.newDocument('Precious');
  await ada.open(`${server.url}/d/${id}`);
  await ada.page.getByRole('button', { name: 'More', exact: true }).click();
  await ada.page.getByRole('menuitem', { name: 'Delete document' }).click();
  await expect(ada.page).toHaveURL(`${server.url}/`);
  await expect(ada.page.getByText('A document is a page that several people')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Undo' }).click();
  await expectTitles(ada.page, 'Precious');
});

test('arrow keys go through the list, from the search field and back to it', async ({
  server,
  ada,
}) => {
  for (const title of ['Last', 'Middle', 'First']) await server.newDocument(title);
  await ada.page.goto(server.url);
  await expect(rows(ada.page)).toHaveCount(3);
  const { keyboard } = ada.page;
  const search = ada.page.getByRole('searchbox');
  await search.focus();
  for (const [key, title] of [
    ['ArrowDown', 'First'],
    ['ArrowDown', 'Middle'],
    ['End', 'Last'],
    ['ArrowDown', 'Last'],
    ['Home', 'First'],
  ] as const) {
    await keyboard.press(key);
    await expect(row(ada.page, title)).toBeFocused();
  }
  await keyboard.press('ArrowUp');
  await expect(search).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(row(ada.page, 'First')).toBeFocused();
  await keyboard.press('Enter');
  await ada.ready();
  await expect(ada.title).toHaveValue('First');
});
