import { escape, escapeToText, type Screen } from './accessible.ts';
import type { Person } from './person.ts';
import { expect } from './test.ts';

/** What opens on a document that is written as `hallway`: one line each. */
export const documentScreens: readonly Screen[] = [
  { name: 'share', show: press('Share'), leave: escape },
  { name: 'more', show: press(/^More$/), leave: escape },
  { name: 'status', show: press(/^Connected/), leave: escape },
  { name: 'oneself', show: press(/\(you\)/), leave: escape },
  { name: 'link', show: keys('handshake', 'Control+k'), leave: escapeToText },
  { name: 'refused link', show: refuseLink, leave: escapeToText },
  { name: 'selected words', show: keys('handshake') },
  { name: 'kinds of text', show: pressBeside('handshake', /^Kind of text/), leave: escape },
  { name: 'insert', show: typed('/', 'Insert'), leave: untype },
  { name: 'insert, nothing found', show: typed('/zzz', null), leave: untype },
  { name: 'block', show: keys('handshake', 'Control+/'), leave: escape },
  { name: 'cells', show: cellMenu, leave: escape },
  { name: 'image', show: asked('/image', 'Image'), leave: escapeToText },
  { name: 'embed', show: asked('/embed', 'Embed'), leave: escapeToText },
  { name: 'formula', show: asked('/formula', /^Formula/), leave: escapeToText },
  { name: 'emoji', show: typed(':tada', 'Emoji'), leave: untype },
  { name: 'mention', show: typed('@tom', 'Mention'), leave: untype },
  { name: 'find', show: pressed('search', 'Control+f'), leave: escape },
  { name: 'replace', show: pressed('search', 'Control+Alt+f'), leave: escape },
  { name: 'palette', show: pressed('dialog', 'Control+k'), leave: escapeToText },
  { name: 'keys', show: pressed('dialog', 'Control+Shift+?'), leave: escapeToText },
  {
    name: 'outline',
    show: pressed('navigation', 'Control+Alt+o'),
    leave: (person) => person.press('Control+Alt+o'),
  },
];

function press(name: string | RegExp) {
  return ({ page }: Person): Promise<void> => page.getByRole('button', { name }).first().click();
}

/** Selects words and presses keys. */
function keys(words: string, ...pressed: readonly string[]) {
  return async (person: Person): Promise<void> => {
    await person.select(words);
    await person.press(...pressed);
  };
}

function pressBeside(words: string, name: RegExp) {
  return async (person: Person): Promise<void> => {
    await person.select(words);
    await press(name)(person);
  };
}

/** Types into a new line; `list`: the name of what opens. */
function typed(text: string, list: string | null) {
  return async (person: Person): Promise<void> => {
    await person.press('Control+End', 'Enter');
    await person.type(text);
    if (list !== null) await expect(person.page.getByRole('listbox', { name: list })).toBeVisible();
  };
}

/** Chooses what a menu offers first, which opens a form. */
function asked(text: string, form: string | RegExp) {
  return async (person: Person): Promise<void> => {
    await typed(text, 'Insert')(person);
    await person.page.keyboard.press('Enter');
    await expect(person.page.getByRole('dialog', { name: form })).toBeVisible();
  };
}

/** Presses keys at the end of the text, which opens a part of the page. */
function pressed(role: 'search' | 'dialog' | 'navigation', key: string) {
  return async (person: Person): Promise<void> => {
    await person.press('Control+End', key);
    await expect(person.page.getByRole(role).last()).toBeVisible();
  };
}

async function untype(person: Person): Promise<void> {
  await escape(person);
  await person.press('Shift+Home', 'Delete');
}

async function refuseLink(person: Person): Promise<void> {
  const { page } = person;
  await keys('handshake', 'Control+k')(person);
  await page.getByRole('textbox', { name: 'Address' }).fill('javascript:x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
}

async function cellMenu({ page, content }: Person): Promise<void> {
  await content.getByRole('cell', { name: 'Stairs' }).click();
  await page.getByRole('button', { name: 'Table actions' }).click();
  await expect(page.getByRole('menu', { name: 'Cells' })).toBeVisible();
}
