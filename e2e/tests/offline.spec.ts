import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import { untilAppIsKept } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

test.use({ serviceWorkers: 'allow' });

async function expectSaveState(person: Person, state: string): Promise<void> {
  await expect(person.save).toHaveAttribute('data-save', state);
}

/** Tries to close the page as a person would; true if the browser asked before. */
async function closing({ page }: Person): Promise<boolean> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    const isWarning = dialog.type() === 'beforeunload';
    await dialog.accept();
    return isWarning;
  });
  const closed = page.waitForEvent('close').then(() => false);
  asked.catch(() => {});
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

/** A browser that lets nobody keep anything, as some do in private windows. */
async function forgetful(person: Person): Promise<void> {
  await person.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
}

test('nothing is lost when the line is cut and comes back while both type', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.press('Enter');
  await expect.poll(() => bo.text()).toBe('\n');
  await ada.saved();
  const [ones, twos] = ['one '.repeat(30).trim(), 'two '.repeat(30).trim()];
  const typing = Promise.all([ada.type(ones), bo.type(twos)]);
  const has = async (person: Person, count: number): Promise<void> =>
    expect.poll(async () => (await person.text()).length).toBeGreaterThan(count);

  await has(ada, 20);
  await ada.line.cut();
  await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');
  await has(ada, 60);
  await ada.line.restore();
  await ada.connected();
  await typing;

  for (const person of [ada, bo]) {
    await person.saved();
    await expect.poll(() => person.text()).toBe(`${twos}\n${ones}`);
  }
  expect(await ada.json()).toEqual(await bo.json());
});

testWithServer(
  'a document opens and is written in without a server, reload after reload, and merges on return',
  async ({ server, document, ada, bo }) => {
    await Promise.all([ada.open(document), bo.open(document)]);
    await ada.insert('together.');
    await expect.poll(() => bo.text()).toBe('together.');
    await Promise.all([ada.saved(), untilAppIsKept(ada.page)]);
    await ada.line.cut();
    await bo.goBehind('together.');
    await bo.insert(' Bo alone.');
    await bo.saved();
    await server.kill9();

    await ada.reload();
    await expect.poll(() => ada.text()).toBe('together.');
    await ada.press('Control+Home');
    await ada.insert('Ada offline. ');
    await expectSaveState(ada, 'offline');
    await ada.reload();
    await expect.poll(() => ada.text()).toBe('Ada offline. together.');
    await expectSaveState(ada, 'offline');
    await ada.press('Control+Home');
    await ada.insert('And again. ');
    await expectSaveState(ada, 'offline');
    await expect(ada.save).toContainText('Offline – kept on this device');

    await server.start();
    await ada.line.restore();
    for (const person of [ada, bo]) {
      await person.saved();
      await expect.poll(() => person.text()).toBe('And again. Ada offline. together. Bo alone.');
    }
  },
);

test('of two tabs one goes offline: each says how its own words are, and all of them arrive', async ({
  document,
  ada,
  bo,
}) => {
  await ada.open(document);
  await ada.insert('both');
  await ada.saved();
  const tab = await ada.tabWithItsOwnLine();
  await tab.open(document);
  await expect.poll(() => tab.text()).toBe('both');
  await tab.line.cut();
  await tab.goBehind('both');
  await tab.insert(' alone');
  await expectSaveState(tab, 'offline');
  await ada.goBefore('both');
  await ada.insert('online ');
  await ada.saved();
  expect(await ada.text()).toBe('online both');

  await tab.line.restore();
  await tab.saved();
  for (const page of [ada, tab]) await expect.poll(() => page.text()).toBe('online both alone');

  await tab.line.cut();
  await tab.goBehind('alone');
  await tab.insert(', kept');
  await expectSaveState(tab, 'offline');
  expect(await closing(tab)).toBe(false);
  // What the closed tab has kept goes up with the next page that opens the document.
  await ada.reload();
  await expect.poll(() => ada.text()).toBe('online both alone, kept');
  await ada.saved();
  await bo.open(document);
  await expect.poll(() => bo.text()).toBe('online both alone, kept');
});

testWithServer(
  'words written offline are there when the tab was closed and is opened again without a server',
  async ({ server, document, ada }) => {
    await ada.open(document);
    await ada.insert('first');
    await Promise.all([ada.saved(), untilAppIsKept(ada.page)]);
    await ada.line.cut();
    await server.kill9();
    await ada.insert(' second');
    await expectSaveState(ada, 'offline');

    const later = await ada.anotherTab();
    await ada.page.close();
    await later.open(document);
    await expect.poll(() => later.text()).toBe('first second');
    await expectSaveState(later, 'offline');

    await server.start();
    await later.line.restore();
    await later.saved();
    await expect.poll(() => readWords(server, document)).toBe('first second');
  },
);

test('closing a page warns while its words are neither on the server nor on the device', async ({
  document,
  ada,
}) => {
  await forgetful(ada);
  await ada.open(document);
  await ada.insert('saved words');
  await ada.saved();
  await ada.line.cut();
  await ada.type(' and others');

  await expectSaveState(ada, 'unkept');
  await expect(ada.save).toContainText('Not saved – keep this page open');
  expect(await closing(ada)).toBe(true);
});

test('closing a page does not warn when the server has its words, though the device can’t keep them', async ({
  document,
  ada,
}) => {
  await forgetful(ada);
  await ada.open(document);
  await ada.type('saved');
  await ada.saved();
  await ada.line.cut();
  await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');

  expect(await closing(ada)).toBe(false);
});

test('closing a page does not warn when the device has its words, though the server does not', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await untilAppIsKept(ada.page);
  await ada.line.cut();
  await ada.type('kept');
  await expectSaveState(ada, 'offline');
  const reader = await ada.anotherTab();
  await reader.open(document);
  await expect.poll(() => reader.text()).toBe('kept');

  expect(await closing(ada)).toBe(false);
});
