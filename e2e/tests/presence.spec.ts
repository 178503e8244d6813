import { Cable } from '../src/cable.ts';
import type { Person } from '../src/person.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

/** Both have the document open, and each has seen the other's caret in it. */
async function meet(document: string, ada: Person, bo: Person): Promise<void> {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.insert('some words');
  await expect.poll(() => bo.text()).toBe('some words');
  await bo.goBehind('some');
  await expect.poll(() => ada.carets()).toEqual(['Bo']);
  await expect.poll(() => bo.carets()).toEqual(['Ada']);
}

async function expectAlone(ada: Person): Promise<void> {
  await expect.poll(() => ada.carets()).toEqual([]);
  await expect(ada.people).toHaveCount(1);
}

test('a caret is seen where it is, moves, and goes with its owner', async ({
  document,
  ada,
  bo,
}) => {
  await meet(document, ada, bo);
  await expect.poll(() => ada.beforeCaretOf('Bo')).toBe('some');
  await expect.poll(() => bo.beforeCaretOf('Ada')).toBe('some words');
  await expect(ada.people).toHaveCount(2);
  await expect(ada.page.getByRole('button', { name: /^Bo\b/ })).toBeVisible();

  await bo.press('ArrowRight', 'ArrowRight');
  await expect.poll(() => ada.beforeCaretOf('Bo')).toBe('some w');

  await ada.press('Home');
  await ada.type('Here are ');
  await expect.poll(() => ada.beforeCaretOf('Bo')).toBe('Here are some w');

  await bo.page.close();
  await expectAlone(ada);
});

test('a selection is seen, changes, and ends', async ({ document, ada, bo }) => {
  await meet(document, ada, bo);

  await bo.select('me wo');
  await expect.poll(async () => (await ada.othersSelections()).join('')).toBe('me wo');

  await bo.press('Shift+ArrowRight');
  await expect.poll(async () => (await ada.othersSelections()).join('')).toBe('me wor');

  await bo.press('ArrowRight');
  await expect.poll(() => ada.othersSelections()).toEqual([]);
  await expect.poll(() => ada.carets()).toEqual(['Bo']);
});

test('the caret of a tab that crashes goes', async ({ document, ada, bo }) => {
  await meet(document, ada, bo);
  const crashed = bo.page.waitForEvent('crash');
  const devtools = await bo.page.context().newCDPSession(bo.page);
  // It never answers: there is nobody left who could.
  void devtools.send('Page.crash').catch(() => {});
  await crashed;

  await expectAlone(ada);
});

testWithServer(
  'the caret of somebody whose line goes dead unnoticed goes, and so does the line',
  async ({ server, document, ada, bo }) => {
    await using cable = await Cable.to(server.port);
    await Promise.all([ada.open(document), bo.open(cable.at(document))]);
    await bo.type('words');
    await expect.poll(() => ada.carets()).toEqual(['Bo']);

    expect(cable.sockets).toBe(1);

    cable.die();

    // The server asks every 10 s, twice; a page by itself would take 30 s to miss somebody.
    await expect.poll(() => cable.sockets, { timeout: 25_000 }).toBe(0);
    await expectAlone(ada);
  },
);

test('a new name and colour are seen by the others and kept', async ({ document, ada, bo }) => {
  await meet(document, ada, bo);
  const caret = ada.content.locator('.ed-caret');

  await bo.page.getByRole('button', { name: 'Bo (you): change name and colour' }).click();
  await bo.page.getByRole('textbox', { name: 'Your name' }).fill('Boris');
  await bo.page.getByRole('radio', { name: 'Sky' }).click();
  await bo.page.keyboard.press('Escape');

  await expect(ada.page.getByRole('button', { name: /^Boris\b/ })).toBeVisible();
  await bo.content.focus();
  await expect.poll(() => ada.carets()).toEqual(['Boris']);
  await expect(caret).toHaveCSS('--person', '#6f8bed');

  await bo.reload();
  await bo.type('!');
  await expect(bo.page.getByRole('button', { name: /^Boris \(you\)/ })).toBeVisible();
  await expect.poll(() => ada.carets()).toEqual(['Boris']);
  await expect(caret).toHaveCSS('--person', '#6f8bed');
});

test('three tabs of one person are three carets and one avatar, and write to each other', async ({
  document,
  ada,
  bo,
}) => {
  // Tabs of one browser could also talk to each other past the server.
  await ada.page
    .context()
    .addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  const tabs = [ada, await ada.anotherTab(), await ada.anotherTab()];
  await bo.open(document);
  for (const tab of tabs) await tab.open(document);
  await bo.insert('start ');
  for (const tab of tabs) await expect.poll(() => tab.text()).toBe('start ');
  for (const [n, tab] of tabs.entries()) {
    await tab.press('Control+End');
    await tab.insert(`tab${n} `);
    for (const reader of [...tabs, bo]) await expect.poll(() => reader.text()).toContain(`tab${n}`);
  }

  await expect.poll(() => bo.carets()).toEqual(['Ada', 'Ada', 'Ada']);
  await expect(bo.people).toHaveCount(2);
  for (const tab of tabs) {
    await expect.poll(() => tab.carets()).toEqual(['Ada', 'Ada', 'Bo']);
    await expect(tab.people).toHaveCount(2);
    await tab.saved();
    expect(await tab.json()).toEqual(await bo.json());
  }
  expect(await bo.text()).toBe('start tab0 tab1 tab2 ');

  await tabs[2]?.page.close();
  await expect.poll(() => bo.carets()).toEqual(['Ada', 'Ada']);
  await expect(bo.people).toHaveCount(2);
});
