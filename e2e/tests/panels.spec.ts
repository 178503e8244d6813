import { untilFound } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { paste } from '../src/writing.ts';

const text = Array.from(
  { length: 6 },
  (_, part) =>
    `<h${(part % 3) + 1}>Part ${part}</h${(part % 3) + 1}>${'<p>some words of it</p>'.repeat(15)}`,
).join('');

test('the outline lists headings, shows where one is, leads there, and stays open', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await paste(ada, text);
  await ada.press('Control+Home');
  const before = await ada.content.boundingBox();
  await ada.press('Control+Alt+o');
  const outline = ada.page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('button', { name: /^Part/ })).toHaveCount(6);
  expect(await ada.content.boundingBox()).toEqual(before);
  await expect(ada.content).toBeFocused();

  await outline.getByRole('button', { name: 'Part 0' }).focus();
  await ada.page.keyboard.press('End');
  await ada.page.keyboard.press('Enter');
  await expect(ada.content).toBeFocused();
  await expect(ada.content.getByText('Part 5')).toBeInViewport();
  expect(await ada.beforeCaret()).toMatch(/Part 5$/);
  await ada.type('!');
  await expect(outline.getByRole('button', { name: 'Part 5!' })).toBeVisible();
  await expect(outline.locator('[aria-current]')).toHaveText('Part 5!');
  await ada.page.mouse.move(640, 400);
  await ada.page.mouse.wheel(0, -100_000);
  // Above the first heading it is none.
  await expect(outline.locator('[aria-current]')).toHaveCount(0);

  await ada.reload();
  await expect(outline).toBeVisible();
});

test('words are counted, also those of the selection', async ({ document, ada }) => {
  await ada.open(document);
  await ada.insert('Three plain words 我们一起');
  const line = ada.page.getByRole('button', { name: /words · 1 min/ });
  await expect(line).toHaveText(/^5 words/);
  await ada.select('plain words');
  await expect(line).toHaveText(/^2 of 5 words/);
  await line.click();
  await expect(ada.page.getByRole('row', { name: 'Characters 22 11' })).toBeVisible();
});

testWithServer(
  'the palette finds documents and actions, and puts the focus back',
  async ({ server, document, ada }) => {
    await server.newDocument('Kitchen');
    await ada.open(document);
    await ada.press('Control+k');
    const palette = ada.page.getByRole('dialog', { name: 'Go to or do something' });
    const field = palette.getByRole('combobox');
    await expect(field).toBeFocused();
    await ada.page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(ada.content).toBeFocused();

    await ada.press('Control+Shift+p');
    await ada.page.keyboard.type('heading 2');
    await ada.page.keyboard.press('Enter');
    await ada.page.keyboard.type('Title');
    await expect(ada.content.getByRole('heading', { level: 2 })).toHaveText('Title');

    await ada.press('Control+k');
    await ada.page.keyboard.type('kitch');
    await expect(palette.getByRole('option', { selected: true })).toHaveText('Kitchen');
    await ada.page.keyboard.press('Enter');
    await ada.ready();
    await expect(ada.title).toHaveValue('Kitchen');

    await ada.insert('The kettle whistles.');
    await ada.saved();
    await ada.page.goto(server.url);
    await untilFound(server, 'kettle');
    await expect(ada.page.getByRole('link', { name: /Kitchen/ })).toBeVisible();
    await ada.page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await ada.page.keyboard.type('kettle');
    await expect(palette.getByRole('option', { selected: true })).toHaveText(
      'KitchenThe kettle whistles.',
    );
    await field.fill('');
    await ada.page.keyboard.type('new doc');
    await ada.page.keyboard.press('Enter');
    await ada.ready();
  },
);

test('the keys are listed, in the page and outside of it', async ({ document, ada }) => {
  await ada.open(document);
  await ada.press('Control+Shift+?');
  const sheet = ada.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Ctrl+B', { exact: true })).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await expect(ada.content).toBeFocused();
  await ada.type('?');
  await expect(sheet).toBeHidden();
  expect(await ada.text()).toBe('?');
  await ada.page.getByRole('button', { name: 'Share' }).focus();
  await ada.page.keyboard.press('?');
  await expect(sheet).toBeVisible();
});

test('one can be alone with the page, for as long as the tab is there', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  const share = ada.page.getByRole('button', { name: 'Share' });
  const bar = ada.page.locator('.document-bar');
  const opacity = () => share.evaluate((element) => getComputedStyle(element).opacity);
  await ada.press('Control+Alt+z');
  await expect.poll(opacity).toBe('0');
  await expect(bar.locator('.lamp')).toHaveCSS('opacity', '1');
  await ada.reload();
  await expect.poll(opacity).toBe('0');
  await ada.press('Escape');
  await expect.poll(opacity).toBe('1');
});
