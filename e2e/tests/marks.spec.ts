import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

test('words are highlighted and coloured from the toolbar, by mouse and keys', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('tea and cake');
  await ada.select('tea');
  await ada.page.getByRole('button', { name: 'Colour', exact: true }).click();
  const text = ada.page.getByRole('toolbar', { name: 'Text colour' });
  await text.getByRole('button', { name: 'Green' }).click();
  await expect(ada.content).toBeFocused();
  const green = '<textColor color=green>tea</textColor>';
  await expectMarkup([ada, bo], `<p>${green} and cake</p>`);

  await ada.select('cake');
  await ada.press('Control+Shift+h');
  const yellow = '<highlight color=yellow>cake</highlight>';
  await expectMarkup([ada, bo], `<p>${green} and ${yellow}</p>`);
  await ada.page.getByRole('button', { name: 'Colour', exact: true }).press('Enter');
  const pen = ada.page.getByRole('toolbar', { name: 'Highlight' });
  await expect(pen.getByRole('button', { name: 'Yellow' })).toHaveAttribute('aria-pressed', 'true');
  await pen.getByRole('button', { name: 'None' }).press('Enter');
  await expectMarkup([ada, bo], `<p>${green} and cake</p>`);
});

test('highlights, sub and sup come by keys and by Markdown', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('H~2~O is ==wet==, m^2^');
  const typed =
    'H<subscript>2</subscript>O is <highlight color=yellow>wet</highlight>, m<superscript>2</superscript>';
  await expectMarkup([ada, bo], `<p>${typed}</p>`);
  await ada.press('Enter');
  await ada.type('a');
  await ada.press('Control+,');
  await ada.type('b');
  await ada.press('Control+,', 'Control+.');
  await ada.type('c');
  await expectMarkup(
    [ada, bo],
    `<p>${typed}</p><p>a<subscript>b</subscript><superscript>c</superscript></p>`,
  );
});
