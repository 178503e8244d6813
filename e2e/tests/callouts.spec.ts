import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

test('a callout is made by Markdown, changed in place by keys, and left without losing a word', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  // In time: ProseMirror takes a caret that comes to the beginning right with the focus for the browser's doing.
  await bo.content.focus();
  await ada.type('[!tip] Bring water');
  await expectMarkup([ada, bo], '<callout kind=tip><p>Bring water</p></callout>');

  await ada.press('Alt+Enter');
  const kind = ada.page.getByRole('combobox', { name: 'Kind of callout' });
  await expect(kind).toBeFocused();
  await kind.selectOption('Warning');
  await expect(ada.content).toBeFocused();
  const box = bo.page.getByRole('complementary', { name: 'Warning' });
  await expect(box).toHaveText(/Bring water/);

  await ada.press('Enter');
  await ada.type('and bread');
  await ada.press('Enter', 'Enter');
  await ada.type('after');
  const inside = '<p>Bring water</p><p>and bread</p>';
  await expectMarkup([ada, bo], `<callout kind=warning>${inside}</callout><p>after</p>`);

  await bo.goBefore('Bring');
  await bo.press('Backspace');
  await expectMarkup(
    [ada, bo],
    '<p>Bring water</p><callout kind=warning><p>and bread</p></callout><p>after</p>',
  );
});
