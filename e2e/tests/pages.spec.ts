import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

testWithServer(
  'an address that leads nowhere says so and leads to the list',
  async ({ server, ada }) => {
    const answer = await ada.page.goto(`${server.url}/no/such/page`);
    expect(answer?.status()).toBe(404);
    await expect(ada.page.getByRole('heading', { name: 'nothing at this address' })).toBeVisible();
    await ada.page.getByRole('button', { name: 'All documents' }).click();
    await expect(ada.page.getByRole('heading', { name: 'Documents' })).toBeVisible();
  },
);

testWithServer('half a link says that it isn’t complete', async ({ server, ada }) => {
  await ada.page.goto(`${server.url}/d/abc`);
  await expect(ada.page.getByRole('heading', { name: 'isn’t complete' })).toBeVisible();
  await expect(ada.page.getByRole('textbox')).toHaveCount(0);
});

test('a script that found its way into a page does not run, and is noticed', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  expect(ada.troubles).toEqual([]);
  await ada.page.evaluate(() => {
    const script = window.document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    window.document.body.append(script);
  });
  await expect.poll(() => ada.troubles).toHaveLength(1);
  expect(ada.troubles.splice(0)[0]).toContain('Content Security Policy');
  await expect(ada.page.locator('html')).not.toHaveAttribute('data-ran');
});

testWithServer(
  'the link, which is the right to write, is told to nobody',
  async ({ server, document }) => {
    for (const address of [document, server.url, `${server.url}/nowhere`]) {
      const { headers } = await fetch(address, { headers: { accept: 'text/html' } });
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
    }
  },
);

testWithServer('scripts come compressed as the build has left them', async ({ server }) => {
  const page = await (await fetch(server.url)).text();
  const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
  const plain = await fetch(`${server.url}${script}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const words = await plain.text();
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${server.url}${script}`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    // Only what was compressed before says how long it is.
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await answer.text()).toBe(words);
  }
});
