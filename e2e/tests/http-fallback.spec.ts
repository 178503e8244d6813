import { NarrowNetwork } from '../src/narrow-network.ts';
import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import type { ServerProcess } from '../src/server-process.ts';
import { expect, test } from '../src/test-with-server.ts';

/** How many lines the server has over HTTP. */
async function overHttp(server: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^indelible_http_connections (\d+)$/m.exec(metrics)?.[1]);
}

/** What the page says about its line to those who ask. */
async function aboutLine({ page, connection }: Person): Promise<string> {
  await connection.hover();
  const words = await page.getByRole('tooltip').textContent();
  await page.mouse.move(0, 400);
  return words ?? '';
}

/** Every state of the line, and how many people are here, as the page shows it from now on. */
async function watch({ page }: Person): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const line = document.querySelector('[data-connection]')?.getAttribute('data-connection');
      const people = document.querySelectorAll('[aria-label="People here"] > li').length;
      const now = `${line}, ${people} here`;
      if (seen.at(-1) !== now) seen.push(now);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-connection'],
    });
    Reflect.set(globalThis, 'linesSeen', seen);
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'linesSeen') as string[]);
}

test('where WebSockets are blocked, people write over HTTP, Saved is true, and the page goes back by itself', async ({
  server,
  document,
  ada,
  bo,
}) => {
  await using network = await NarrowNetwork.before(server.port);
  await Promise.all([ada.open(network.at(document)), bo.open(network.at(document))]);
  await Promise.all([ada.connected(), bo.connected()]);
  expect(await overHttp(server)).toBe(2);
  expect(await aboutLine(ada)).toContain('over plain HTTP');

  await ada.insert('Ada:');
  await ada.press('Enter');
  await expect.poll(() => bo.text()).toBe('Ada:\n');
  await bo.press('Control+End');
  await bo.type('Bo, too');
  await expect.poll(() => ada.text()).toBe('Ada:\nBo, too');
  await expect(ada.people).toHaveCount(2);
  await Promise.all([ada.saved(), bo.saved()]);
  expect(network.refused).toBeGreaterThanOrEqual(4);

  await server.kill9();
  await server.start();
  expect(await readWords(server, document)).toBe('Ada:\nBo, too');
  await Promise.all([ada.connected(), bo.connected()]);
  await expect.poll(() => overHttp(server)).toBe(2);
  await bo.insert(' and after');
  await bo.saved();
  await expect(ada.people).toHaveCount(2);

  const seen = await Promise.all([watch(ada), watch(bo)]);
  network.widen();
  await expect.poll(() => network.sockets, { timeout: 45_000 }).toBe(2);
  await expect.poll(() => overHttp(server)).toBe(0);
  await bo.insert(' that');
  await expect.poll(() => ada.text()).toBe('Ada:\nBo, too and after that');
  await Promise.all([ada.saved(), bo.saved()]);
  for (const states of seen) expect(await states()).toEqual(['connected, 2 here']);
  expect(await aboutLine(ada)).not.toContain('HTTP');
});
