import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, paste } from '../src/writing.ts';

test('code has a language, colours, wrapped lines and a copy button', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('```js ');
  await ada.insert('const n = 1;');
  const keyword = (person: typeof ada) => person.content.locator('.ed-code-keyword');
  await expect(keyword(ada)).toHaveText('const');
  await expect(keyword(bo)).toHaveText('const');

  await ada.press('Home');
  await ada.type('let');
  await expect(ada.content.locator('pre')).toHaveText('letconst n = 1;');
  await expect(keyword(ada)).toHaveCount(0);

  await ada.press('Alt+Enter');
  const language = ada.page.getByRole('combobox', { name: 'Language' });
  await expect(language).toBeFocused();
  await language.selectOption('Python');
  await ada.page.getByRole('button', { name: 'Wrap long lines' }).click();
  await expectMarkup([ada, bo], '<codeBlock language=python wrap=true>letconst n = 1;</codeBlock>');

  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ada.page.getByRole('button', { name: 'Copy code' }).click();
  await expect(ada.page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe('letconst n = 1;');
});

test('lines of code are indented together, and a new line begins where the last one did', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  await ada.type('``` one');
  await ada.press('Enter');
  await ada.type('two');
  await ada.press('Shift+Home', 'Shift+ArrowUp', 'Tab');
  await expectMarkup([ada], '<codeBlock>  one\n  two</codeBlock>');
  await ada.press('Control+End', 'Enter');
  await ada.type('three');
  await ada.press('Shift+Tab');
  await expectMarkup([ada], '<codeBlock>  one\n  two\nthree</codeBlock>');
});

test('in thousands of lines of code only those near the screen are coloured', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  const lines = Array.from({ length: 3000 }, (_, number) => `const value${number} = ${number};`);
  await paste(ada, `<pre><code class="language-ts">${lines.join('\n')}</code></pre>`);
  const numbers = ada.content.locator('.ed-code-number');

  await ada.page.evaluate(() => scrollTo(0, 1e6));
  await expect(numbers.filter({ hasText: /^2999$/ })).toBeVisible();
  await expect(numbers.filter({ hasText: /^1$/ })).toHaveCount(0);

  await ada.page.evaluate(() => scrollTo(0, 0));
  await expect(numbers.filter({ hasText: /^1$/ })).toBeVisible();
  expect(await numbers.count()).toBeLessThan(300);
});
