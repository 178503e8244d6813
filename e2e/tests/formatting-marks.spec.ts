import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, tool } from '../src/writing.ts';

const marks = [
  { label: 'Bold', mark: 'bold', keys: 'Control+b' },
  { label: 'Italic', mark: 'italic', keys: 'Control+i' },
  { label: 'Underline', mark: 'underline', keys: 'Control+u' },
  { label: 'Strikethrough', mark: 'strike', keys: 'Control+Shift+s' },
  { label: 'Code', mark: 'code', keys: 'Control+e' },
] as const;

test('a word is marked and unmarked by buttons and by keys, for both, and a reload keeps it', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  for (const { label, mark, keys } of marks) {
    await test.step(label, async () => {
      const marked = `<p>a <${mark}>word</${mark}></p>`;
      await clear(ada);
      await ada.type('a word');
      await ada.press('Control+Shift+ArrowLeft');

      await tool(ada, label).click();
      await expectMarkup([ada, bo], marked);
      await expect(tool(ada, label)).toHaveAttribute('aria-pressed', 'true');
      await tool(ada, label).click();
      await expectMarkup([ada, bo], '<p>a word</p>');
      await expect(tool(ada, label)).toHaveAttribute('aria-pressed', 'false');
      await ada.press(keys);
      await expectMarkup([ada, bo], marked);

      await ada.saved();
      await ada.reload();
      await expectMarkup([ada], marked);
    });
  }
});

test('Markdown marks a word and not what follows', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('**one** 1 *two* 2 ~~three~~ 3 `four` 4');
  await expectMarkup(
    [ada, bo],
    '<p><bold>one</bold> 1 <italic>two</italic> 2 <strike>three</strike> 3 <code>four</code> 4</p>',
  );
});

test('two marks on one word are two marks, and each goes by itself', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('word');
  await ada.press('Control+a', 'Control+b', 'Control+i');
  await expectMarkup([ada, bo], '<p><bold><italic>word</italic></bold></p>');
  await ada.press('Control+b');
  await expectMarkup([ada, bo], '<p><italic>word</italic></p>');
});
