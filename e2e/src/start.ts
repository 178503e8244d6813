import { expect, type FileChooser, type Locator, type Page } from '@playwright/test';

import type { ServerProcess } from './server-process.ts';

/** The lines of the start page's list; each is named by its title and its date. */
export const rows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Documents' }).getByRole('listitem');

/** The link in the line of the document with this title. */
export const row = (page: Page, title: string): Locator =>
  rows(page).getByRole('link').filter({ hasText: title });

/** Waits until the list has just these titles, in this order. */
export async function expectTitles(page: Page, ...titles: readonly string[]): Promise<void> {
  await expect(rows(page).locator('.title-line')).toHaveText([...titles]);
}

/** Makes a document of a file: presses Import and chooses it. */
export async function importFile(
  page: Page,
  file: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import' }).first().click();
  await (await chooser).setFiles(file);
}

/** Waits until this browser keeps the app itself, so that it opens without the server. */
export async function untilAppIsKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
}

/** Waits until a document with these words has settled and can be found. */
export async function untilFound(server: ServerProcess, words: string): Promise<void> {
  const url = `${server.url}/api/v1/documents?${new URLSearchParams({ q: words })}`;
  const count = async (): Promise<number> => {
    const answer = (await (await fetch(url)).json()) as { readonly documents: readonly unknown[] };
    return answer.documents.length;
  };
  await expect.poll(count).toBeGreaterThan(0);
}
