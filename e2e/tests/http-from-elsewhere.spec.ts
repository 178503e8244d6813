import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ServerProcess } from '../src/server-process.ts';
import { expect, test } from '../src/test.ts';

/** Opens a line over HTTP as a script of a page would, and sends an empty piece. */
async function useLine(address: string): Promise<string> {
  const open = await fetch(address, {
    method: 'POST',
    credentials: 'include',
    headers: { accept: 'text/event-stream' },
  });
  const reader = open.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await reader?.read())?.value ?? '';
  const [, line = ''] = /data: (\S+)/.exec(first) ?? [];
  const headers = {
    'content-type': 'application/octet-stream',
    'indelible-line': line,
    'indelible-piece': '1',
  };
  const piece = await fetch(address, { method: 'POST', credentials: 'include', headers });
  await reader?.cancel();
  return `${open.status} ${piece.status}`;
}

test('a browser lets a page from another origin use a line over HTTP just if its origin may connect', async ({
  hasBrowser: _,
  page,
}) => {
  const pages = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Elsewhere</title>');
  });
  pages.listen(0);
  await once(pages, 'listening');
  const { port } = pages.address() as AddressInfo;
  const env = { ORIGINS: `http://localhost:${port}` };
  await using server = await ServerProcess.start('sync-server', { env });

  await page.goto(`http://localhost:${port}/`);
  expect(await page.evaluate(useLine, `${server.url}/room`)).toBe('200 204');
  // The same page by another name is another origin.
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(page.evaluate(useLine, `${server.url}/room`)).rejects.toThrow('Failed to fetch');
  pages.closeAllConnections();
  pages.close();
});
