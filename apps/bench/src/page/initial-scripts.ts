import { gzipSync } from 'node:zlib';

import type { BrowserContext } from '@playwright/test';

/**
 * Bytes of JavaScript, compressed with gzip, that a page fetches until it stands: the start page its list, a
 * document's page its text.
 */
export async function initialScripts(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    if (isScript) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url);
  await page.locator('.ProseMirror[contenteditable=true], main').first().waitFor();
  if (new URL(url).pathname !== '/')
    await page.locator('.ProseMirror[contenteditable=true]').waitFor();
  const bytes = await Promise.all(sizes);
  return bytes.reduce((sum, size) => sum + size, 0);
}
