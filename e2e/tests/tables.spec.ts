import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, tool } from '../src/writing.ts';

const row = (...cells: readonly string[]) => `<tableRow>${cells.join('')}</tableRow>`;
const cell = (text = '') => `<tableCell>${inside(text)}</tableCell>`;
const header = (text = '') => `<tableHeader>${inside(text)}</tableHeader>`;
const inside = (text: string) => (text === '' ? '<p/>' : `<p>${text}</p>`);
const page = (...rows: readonly string[]) => `<table>${rows.join('')}</table><p/>`;

test('a table is inserted, filled by Tab, and grows and shrinks by rows and columns, for both', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Table').click();
  await ada.type('a');
  await ada.press('Tab');
  await ada.type('b');
  await ada.press('Tab');
  await ada.type('c');
  await ada.press('Tab');
  await ada.type('d');
  const head = row(header('a'), header('b'), header('c'));
  const body = row(cell('d'), cell(), cell());
  const last = row(cell(), cell(), cell());
  await expectMarkup([ada, bo], page(head, body, last));

  await tool(ada, 'Add row above').click();
  await expectMarkup([ada, bo], page(head, last, body, last));
  await tool(ada, 'Add row below').click();
  await expectMarkup([ada, bo], page(head, last, body, last, last));
  await tool(ada, 'Delete row').click();
  await expectMarkup([ada, bo], page(head, last, last, last));

  await tool(ada, 'Delete row').click();
  await tool(ada, 'Delete row').click();
  await ada.content.getByText('b', { exact: true }).click();
  await tool(ada, 'Delete column').click();
  await expectMarkup([ada, bo], page(row(header('a'), header('c')), row(cell(), cell())));
  await ada.content.getByText('a', { exact: true }).click();
  await tool(ada, 'Add column before').click();
  await tool(ada, 'Add column after').click();
  await expectMarkup(
    [ada, bo],
    page(row(header(), header('a'), header(), header('c')), row(cell(), cell(), cell(), cell())),
  );
});

test('the heading row is switched off and on, and a reload keeps it', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Table').click();
  await ada.type('a');
  const plain = row(cell(), cell(), cell());
  await tool(ada, 'Heading row').click();
  await expectMarkup([ada, bo], page(row(cell('a'), cell(), cell()), plain, plain));
  await ada.saved();
  await ada.reload();
  await expectMarkup([ada], page(row(cell('a'), cell(), cell()), plain, plain));
  await ada.content.getByText('a', { exact: true }).click();
  await tool(ada, 'Heading row').click();
  await expectMarkup([ada, bo], page(row(header('a'), header(), header()), plain, plain));
});

test('Tab in the last cell makes a new row, and the whole table can be deleted', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Table').click();
  for (let cells = 0; cells < 9; cells++) await ada.press('Tab');
  await ada.type('new');
  const head = row(header(), header(), header());
  const plain = row(cell(), cell(), cell());
  await expectMarkup([ada, bo], page(head, plain, plain, row(cell('new'), cell(), cell())));

  await tool(ada, 'Delete table').click();
  await expectMarkup([ada, bo], '<p/>');
  await expect(ada.page.getByRole('toolbar', { name: 'Table' })).toBeHidden();
  await expect(ada.content).toBeFocused();
});

test('what two people write in two cells at once is in both cells', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await tool(ada, 'Table').click();
  await expect(bo.content.getByRole('table')).toBeVisible();
  await bo.content.getByRole('cell').first().click();
  await Promise.all([ada.type('from Ada'), bo.type('from Bo')]);
  const plain = row(cell(), cell(), cell());
  await expectMarkup(
    [ada, bo],
    page(row(header('from Ada'), header(), header()), row(cell('from Bo'), cell(), cell()), plain),
  );
});
