import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { openFor } from '../src/writing.ts';

const TEAL = 'rgb(7, 146, 121)';

const ownAvatar = ({ page }: Person) => page.getByRole('button', { name: /\(you\)/ });
const form = ({ page }: Person) => page.getByRole('dialog', { name: 'You' });
const nameField = (person: Person) => form(person).getByRole('textbox', { name: 'Your name' });

test('one’s own name and colour change for everybody and for one’s other tabs, and are kept', async ({
  document,
  ada,
  bo,
}) => {
  const second = await ada.anotherTab();
  await openFor(document, ada, bo, second);
  await ada.type('w');

  await ownAvatar(ada).click();
  await nameField(ada).fill('Ada Lovelace');
  await form(ada).getByRole('radio', { name: 'Teal' }).click();
  await ada.page.keyboard.press('Escape');

  const seen = bo.page.getByRole('button', { name: 'Ada Lovelace' });
  await expect(seen).toHaveCount(1);
  await expect(seen).toHaveCSS('background-color', TEAL);
  // Whoever isn't in the text has no caret in it.
  await ada.press('End');
  await expect.poll(() => bo.carets()).toContain('Ada Lovelace');
  for (const tab of [ada, second]) {
    await expect(ownAvatar(tab)).toHaveAccessibleName('Ada Lovelace (you): change name and colour');
    await expect(ownAvatar(tab)).toHaveCSS('background-color', TEAL);
    await tab.reload();
    await expect(ownAvatar(tab)).toHaveAccessibleName(/^Ada Lovelace/);
  }
});

test('a name that is being emptied stays for the others until there is a new one', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ownAvatar(ada).click();
  await nameField(ada).fill('Countess');
  const seen = bo.page.getByRole('button', { name: 'Countess' });
  await expect(seen).toBeVisible();
  await nameField(ada).fill('');
  await nameField(ada).press('Tab');
  await expect(nameField(ada)).toHaveValue('Countess');
  await ada.page.keyboard.press('Escape');
  await expect(ownAvatar(ada)).toHaveAccessibleName(/^Countess/);
  await expect(seen).toBeVisible();
});

test('whoever comes for the first time has a name and a colour, and keeps them', async ({
  document,
  browser,
  hasBrowser: _,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(document);
  const avatar = page.getByRole('button', { name: /\(you\)/ });
  await expect(avatar).toHaveAccessibleName(/^[A-Z][a-z]+ [A-Z][a-z]+ \(you\)/);
  const before = [await avatar.getAttribute('aria-label'), await avatar.getAttribute('style')];
  await page.reload();
  await expect(avatar).toHaveAttribute('aria-label', before[0] ?? '');
  await expect(avatar).toHaveAttribute('style', before[1] ?? '');
  await context.close();
});
