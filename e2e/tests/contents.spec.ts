import { expect, test } from '../src/test.ts';
import { openFor } from '../src/writing.ts';

test('a table of contents follows the headings and leads to them', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('/contents');
  await expect(ada.page.getByRole('option').first()).toBeVisible();
  await ada.press('Enter');
  const contents = (person: typeof ada) =>
    person.content.getByRole('navigation', { name: 'Contents' });
  await expect(contents(bo)).toContainText('appear here');

  await ada.press('Control+End', 'Enter');
  await ada.type('# First');
  await ada.press('Enter');
  await ada.type('words');
  for (let line = 0; line < 30; line += 1) await ada.press('Enter');
  await ada.type('## Second');
  await expect(contents(bo).getByRole('button')).toHaveText(['First', 'Second']);
  await expect(contents(ada).getByRole('button')).toHaveText(['First', 'Second']);

  await contents(ada).getByRole('button', { name: 'First' }).press('ArrowDown');
  await contents(ada).getByRole('button', { name: 'Second' }).press('Enter');
  await expect(ada.content).toBeFocused();
  await expect(ada.content.getByRole('heading', { name: 'Second' })).toBeInViewport();
  await ada.type('The ');
  await expect(contents(bo).getByRole('button')).toHaveText(['First', 'The Second']);
});
