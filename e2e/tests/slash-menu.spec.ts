import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

const menu = ({ page }: Person): Locator => page.getByRole('listbox', { name: 'Insert' });
const option = (person: Person, name: string | RegExp): Locator =>
  menu(person).getByRole('option', { name });

/** What the text says to screen readers that Enter would take. */
const pointed = ({ content }: Person): Promise<string | undefined> =>
  content.evaluate(
    (text) => document.getElementById(text.getAttribute('aria-activedescendant') ?? '')?.innerText,
  );

test('a slash finds blocks by what they are called, by keyboard alone, and the last one comes first', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('/h2');
  await expect(menu(ada)).toBeVisible();
  await expect.poll(() => pointed(ada)).toContain('Heading 2');
  await ada.press('Enter');
  await expect(menu(ada)).toBeHidden();
  await ada.type('Title');
  await expectMarkup([ada, bo], '<heading level=2>Title</heading>');

  await ada.press('Enter');
  await ada.type('/');
  await expect.poll(() => pointed(ada)).toContain('Heading 2');
  await ada.press('ArrowDown', 'ArrowUp', 'ArrowUp');
  await expect.poll(() => pointed(ada)).not.toContain('Heading 2');
  await ada.type('checkbox');
  await expect.poll(() => pointed(ada)).toContain('Task list');
  await ada.press('Tab');
  await ada.type('buy tea');
  await expect(ada.content.getByRole('checkbox')).toBeVisible();
});

test('Escape, a path and a slash in code are just text; nothing found is no menu', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.type('/');
  await expect(menu(ada)).toBeVisible();
  await ada.press('Escape');
  await expect(menu(ada)).toBeHidden();
  await ada.press('Enter');
  await ada.type('and/or ');
  await expect(menu(ada)).toBeHidden();
  await ada.type('/zzzz');
  await expect(menu(ada)).toBeHidden();
  await ada.press('Enter');
  await ada.type('`/');
  await ada.type('h`');
  await ada.press('Enter', 'Control+Alt+c');
  await ada.type('/h1');
  await expect(menu(ada)).toBeHidden();
  await expectMarkup(
    [ada],
    '<p>/</p><p>and/or /zzzz</p><p><code>/h</code></p><codeBlock>/h1</codeBlock>',
  );
});

test('the menu stays while somebody else writes above, and the mouse chooses from it', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('first');
  await ada.press('Enter');
  await ada.type('/quo');
  await expect(option(ada, 'Quote')).toBeVisible();
  await bo.press('Control+Home');
  await bo.type('Bo was ');
  await expect.poll(() => ada.text()).toContain('Bo was first');
  await expect(option(ada, 'Quote')).toBeVisible();
  await option(ada, 'Quote').click();
  await expect(ada.content).toBeFocused();
  await ada.type('said');
  await expectMarkup([ada, bo], '<p>Bo was first</p><blockquote><p>said</p></blockquote>');
});
