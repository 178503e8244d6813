import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { FormerRelease } from '../src/former-release.ts';
import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import { databaseName, type ServerProcess } from '../src/server-process.ts';
import { untilAppIsKept } from '../src/start.ts';
import { expect, test } from '../src/test-with-server.ts';

test.use({ serviceWorkers: 'allow' });

const notice = ({ page }: Person) => page.getByRole('alert');

const choose = (person: Person, name: string): Promise<void> =>
  notice(person).getByRole('button', { name }).click();

/** While the server is down, its documents become others, as when a folder of another server is put in. */
async function replaceDocuments(server: ServerProcess): Promise<void> {
  await server.stop();
  const database = new DatabaseSync(join(server.dataDir, databaseName('server')));
  database.exec(`UPDATE documents SET epoch = 'another'`);
  database.close();
  await server.start();
}

/** Ada has written words offline in a document that is another one when she comes back. */
async function returnToAnother(
  { server, document, ada }: { server: ServerProcess; document: string; ada: Person },
  bo: Person,
): Promise<void> {
  await ada.open(document);
  await ada.insert('kept words');
  await ada.saved();
  await ada.writeOffline(' and offline words');
  await replaceDocuments(server);
  await bo.open(document);
  await bo.press('Control+Home');
  await bo.insert('current: ');
  await bo.saved();
  await ada.line.restore();
  await expect(notice(ada)).toContainText('This document was replaced on the server.');
}

test('I9: a copy of a replaced document stays until it is kept as a document of its own', async ({
  server,
  document,
  ada,
  bo,
}) => {
  await returnToAnother({ server, document, ada }, bo);
  for (let look = 0; look < 2; look++) {
    await expect(ada.content).toHaveAttribute('contenteditable', 'false');
    await expect(ada.content).toContainText('kept words and offline words');
    await ada.page.reload();
    await expect(notice(ada)).toContainText('This document was replaced on the server.');
  }

  await choose(ada, 'Keep my copy as a new document');
  await expect(ada.page).not.toHaveURL(document);
  await ada.ready();
  await ada.saved();
  expect(await ada.text()).toBe('kept words and offline words');
  expect(await readWords(server, ada.page.url())).toBe('kept words and offline words');

  await ada.open(document);
  await expect.poll(() => ada.text()).toBe('current: kept words');
  await expect(notice(ada)).toHaveCount(0);
  expect(await bo.text()).toBe('current: kept words');
});

test('I9: a copy of a replaced document can be copied as text, and let go of', async ({
  server,
  document,
  ada,
  bo,
}) => {
  await returnToAnother({ server, document, ada }, bo);
  await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(ada, 'Copy as Markdown');
  await expect(notice(ada)).toContainText('Copied');
  const copied = await ada.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('kept words and offline words\n');

  await choose(ada, 'Discard my copy and open the current one');
  await choose(ada, 'Discard for good');
  await ada.ready();
  await expect.poll(() => ada.text()).toBe('current: kept words');
  await ada.insert('Ada: ');
  await expect.poll(() => bo.text()).toContain('Ada: ');
});

test('I10: an old page is asked to be reloaded, and what was written in it offline goes up after that', async ({
  server,
  document,
  ada,
}) => {
  await using release = await FormerRelease.of(server.port);
  await ada.open(release.at(document));
  await ada.insert('before');
  await ada.saved();
  await untilAppIsKept(ada.page);
  await ada.writeOffline(' and offline');
  release.end();
  await ada.line.restore();

  await expect(notice(ada)).toContainText('Indelible was updated.');
  await expect(ada.content).toHaveAttribute('contenteditable', 'false');
  await expect(ada.content).toContainText('before and offline');
  expect(await readWords(server, document)).toBe('before');

  await choose(ada, 'Reload');
  await expect(ada.page.locator('meta[name=release]')).toHaveAttribute('content', 'new');
  await ada.ready();
  await ada.saved();
  expect(await readWords(server, document)).toBe('before and offline');
});
