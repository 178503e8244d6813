import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor, paste } from '../src/writing.ts';

const bar = ({ page }: Person): Locator => page.getByRole('search', { name: 'Find in this' });
const field = (person: Person): Locator =>
  bar(person).getByRole('textbox', { name: 'Find', exact: true });
const button = (person: Person, name: string): Locator =>
  bar(person).getByRole('button', { name, exact: true });
const count = (person: Person): Locator => bar(person).locator('.ed-find-count');

test('words are found wherever they are, one goes from one to the next, and ends where one was', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await paste(
    ada,
    '<h2>Green tea</h2><p>black <b>t</b>ea</p><table><tr><td>TEA</td></tr></table><pre><code>tea()</code></pre><p>teapot</p>',
  );
  await ada.press('Control+Home', 'Control+f');
  await expect(field(ada)).toBeFocused();
  await ada.page.keyboard.type('tea');
  await expect(count(ada)).toHaveText('1 of 5');
  await ada.page.keyboard.press('Enter');
  await expect(count(ada)).toHaveText('2 of 5');
  await expect(ada.content.locator('.ed-found.is-current')).toHaveText(['t', 'ea']);
  await ada.page.keyboard.press('Shift+Enter');
  await ada.page.keyboard.press('Shift+F3');
  await expect(count(ada)).toHaveText('5 of 5');

  await button(ada, 'Whole words').click();
  await expect(count(ada)).toHaveText(/of 4$/);
  await button(ada, 'Match case').click();
  await expect(count(ada)).toHaveText(/of 3$/);
  await field(ada).fill('TEA');
  await expect(count(ada)).toHaveText('1 of 1');

  await ada.page.keyboard.press('Escape');
  await expect(bar(ada)).toBeHidden();
  await expect(ada.content).toBeFocused();
  expect(await ada.selected()).toBe('TEA');
  await expect(ada.content.locator('.ed-found')).toHaveCount(0);
});

test('a pattern that would never end is given up, and one that is none is told so', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.insert(`${'a'.repeat(40)}!`);
  await ada.press('Control+f');
  await button(ada, 'Regular expression').click();
  await field(ada).fill('(a+');
  await expect(count(ada)).toContainText('Not a regular expression');
  await field(ada).fill('^(a+)+$');
  await expect(count(ada)).toContainText('takes too long');
  await field(ada).fill('a{40}');
  await expect(count(ada)).toHaveText('1 of 1');
});

test('what others write meanwhile stays, is found, and replacing all of it is one step', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.insert('tea and cake and tea');
  await ada.press('Enter');
  await ada.insert('tea');
  await expectMarkup([bo], '<p>tea and cake and tea</p><p>tea</p>');
  await ada.press('Control+Home', 'Control+h');
  await field(ada).fill('tea');
  await expect(count(ada)).toHaveText('1 of 3');
  await bo.goBehind('cake');
  await bo.type(' or tea');
  await expect(count(ada)).toHaveText('1 of 4');

  // While Ada is away Bo writes between two places of one paragraph.
  await ada.line.cut();
  await bo.goBehind('cake');
  await bo.type('!');
  await bar(ada).getByRole('textbox', { name: 'Replace with' }).fill('coffee');
  await button(ada, 'All').click();
  await expect(count(ada)).toHaveText('Nothing found');
  await ada.line.restore();
  await expectMarkup([ada, bo], '<p>coffee and cake! or coffee and coffee</p><p>coffee</p>');

  await ada.page.keyboard.press('Escape');
  await ada.press('Control+z');
  await expectMarkup([ada, bo], '<p>tea and cake! or tea and tea</p><p>tea</p>');
});
