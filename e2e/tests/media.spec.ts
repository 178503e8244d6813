import type { Locator } from '@playwright/test';

import { expectAccessible } from '../src/accessible.ts';
import { give, nodesOf, uploadOf } from '../src/files.ts';
import type { Person } from '../src/person.ts';
import { ServerProcess } from '../src/server-process.ts';
import { SmallDisk } from '../src/small-disk.ts';
import { untilAppIsKept } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { openFor } from '../src/writing.ts';

test.use({ serviceWorkers: 'allow' });

const photo = { name: 'photo.png', type: 'image/png', picture: [320, 160] } as const;
const UPLOADS = /\/api\/v1\/documents\/\w+\/files/;

const action = ({ page }: Person, name: string): Locator =>
  page.getByRole('toolbar', { name: /^(Image|Video|File|Embed)$/ }).getByRole('button', { name });
const picture = ({ content }: Person): Locator => content.locator('.ed-image img');
const caption = ({ content }: Person): Locator => content.locator('.ed-caption');

/** Kinds of the blocks, in their order. */
async function kinds(person: Person): Promise<string> {
  const json = (await person.json()) as { readonly content: readonly { readonly type: string }[] };
  return json.content.map(({ type }) => type).join(' ');
}

test('a pasted picture shows its progress to its owner alone, and then it is there for both, and undone and redone', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('above');
  const letGo = Promise.withResolvers<void>();
  await ada.page.route(UPLOADS, async (route) => {
    await letGo.promise;
    await route.continue();
  });
  await give(ada, 'paste', photo);
  await expect(uploadOf(ada, photo.name)).toContainText('Uploading…');
  // Meanwhile both go on writing, above it and below.
  await bo.goBehind('above');
  await bo.press('Enter');
  await bo.type('by Bo');
  await expect(ada.content).toContainText('by Bo');
  await expect(uploadOf(bo, photo.name)).toHaveCount(0);
  expect(await kinds(bo)).toBe('paragraph paragraph');

  letGo.resolve();
  for (const person of [ada, bo]) {
    await expect(picture(person)).toHaveJSProperty('naturalWidth', 320);
    await expect.poll(() => kinds(person)).toContain('image');
  }
  await expect(uploadOf(ada, photo.name)).toHaveCount(0);
  const [{ src } = {}] = await nodesOf(bo, 'image');
  expect(src).toMatch(/^\/files\/[0-9a-f]{64}\.png\/photo\.png#320x160$/);

  await ada.content.focus();
  await ada.press('Control+z');
  await expect(picture(bo)).toHaveCount(0);
  await expect(bo.content).toContainText('aboveby Bo');
  await ada.press('Control+Shift+z');
  await expect(picture(bo)).toHaveCount(1);

  // Taken away by hand, it comes back as well.
  await picture(ada).click();
  await action(ada, 'Delete').click();
  await expect(picture(bo)).toHaveCount(0);
  await ada.press('Control+z');
  await expect(picture(bo)).toHaveJSProperty('naturalWidth', 320);
});

test('pictures that are dropped together stay in their order, and a page is a file to be downloaded', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.type('last line');
  let seen = 0;
  await ada.page.route(UPLOADS, async (route) => {
    // The first comes in last.
    seen += 1;
    if (seen === 1) await expect.poll(() => kinds(ada)).toContain('file');
    await route.continue();
  });
  await give(ada, 'drop with Shift', photo, {
    name: 'page.html',
    type: 'text/html',
    text: '<script>1</script>',
  });
  await expect.poll(() => kinds(ada)).toMatch(/image file/);

  const link = ada.content.getByRole('link', { name: 'Download page.html' });
  const download = ada.page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('page.html');

  // A spreadsheet brings a picture of its cells along, which is not what was copied.
  await ada.press('Control+End');
  await give(ada, 'paste', { ...photo, html: '<table><tr><td>7</td><td>8</td></tr></table>' });
  await expect(ada.content.getByRole('cell', { name: '7' })).toBeVisible();
  await expect(uploadOf(ada, photo.name)).toHaveCount(0);
});

testWithServer(
  'without the server a picture is kept on this device, also over a reload, and uploaded on return',
  async ({ server, document, ada, bo }) => {
    await openFor(document, ada, bo);
    await ada.type('words');
    await ada.saved();
    await untilAppIsKept(ada.page);
    await server.kill9();
    await give(ada, 'paste', photo);
    await expect(uploadOf(ada, photo.name)).toContainText('Kept on this device');
    await ada.reload();
    await expect(uploadOf(ada, photo.name)).toContainText('Kept on this device');
    await expect(uploadOf(ada, photo.name).locator('img')).toHaveJSProperty('naturalWidth', 320);

    // Another tab does not bring it, too.
    const tab = await ada.anotherTab();
    await tab.open(document);
    await expect(uploadOf(tab, photo.name)).toHaveCount(0);

    await server.start();
    for (const person of [ada, bo])
      await expect(picture(person)).toHaveJSProperty('naturalWidth', 320);
    await expect(uploadOf(ada, photo.name)).toHaveCount(0);
    await expect(picture(tab)).toHaveCount(1);
    expect(await kinds(ada)).toBe('paragraph image paragraph');
    await tab.page.close();
    await ada.saved();
    await ada.reload();
    await expect(picture(ada)).toHaveJSProperty('naturalWidth', 320);
    await expect(uploadOf(ada, photo.name)).toHaveCount(0);
    // From now on this device has it.
    await server.kill9();
    await ada.reload();
    await expect(picture(ada)).toHaveJSProperty('naturalWidth', 320);
  },
);

test.describe('a server that takes little', () => {
  testWithServer.use({ settings: { MAX_UPLOAD_BYTES: '2000' } });

  testWithServer(
    'says why it does not take a file, which can be tried again or removed',
    async ({ document, ada }) => {
      await ada.open(document);
      const much = { name: 'much.txt', type: 'text/plain', text: 'much '.repeat(1_000) };
      await give(ada, 'paste', much);
      const card = uploadOf(ada, much.name);
      await expect(card).toContainText('larger than this server takes');
      await card.getByRole('button', { name: 'Try again' }).click();
      await expect(card).toContainText('larger than this server takes');
      await card.getByRole('button', { name: 'Remove' }).click();
      await expect(card).toHaveCount(0);
      await expect(ada.content).toBeFocused();
      await ada.reload();
      await expect(card).toHaveCount(0);
      expect(await kinds(ada)).toBe('paragraph');
    },
  );
});

test('a picture is picked, made narrower by handle and by keys, moved aside, described and given a caption', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.page
    .getByRole('toolbar', { name: 'Formatting' })
    .getByRole('button', { name: 'Image' })
    .click();
  const chooser = ada.page.waitForEvent('filechooser');
  await ada.page.getByRole('button', { name: 'Choose from this device' }).click();
  await (await chooser).setFiles('../apps/web/public/icon-192.png');
  await expect(picture(ada)).toHaveJSProperty('naturalWidth', 192);

  await picture(ada).click();
  const handle = ada.content.locator('.ed-resize-right');
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle');
  await ada.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await ada.page.mouse.down();
  await ada.page.mouse.move(box.x + box.width / 2 - 20, box.y + box.height / 2, { steps: 4 });
  await ada.page.mouse.up();
  await expect.poll(async () => (await nodesOf(bo, 'image'))[0]?.['width']).toBe(152);
  await ada.content.focus();
  await ada.press('Tab');
  await expect(action(ada, 'Left')).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await action(ada, 'Wider').press('Enter');
  await expect
    .poll(async () => (await nodesOf(bo, 'image'))[0])
    .toMatchObject({ width: 184, align: 'left' });
  await ada.page.keyboard.press('Escape');
  await expect(ada.content).toBeFocused();

  await action(ada, 'Description').click();
  await ada.page.getByRole('textbox', { name: /^Description/ }).fill('A drop of ink');
  await ada.page.keyboard.press('Enter');
  await expect(bo.content.getByRole('img', { name: 'A drop of ink' })).toBeVisible();

  await ada.press('Enter');
  await ada.page.keyboard.type('# A caption');
  await ada.press('Control+Alt+1');
  // Neither makes a heading of it, which would take the picture away.
  await expect(caption(bo)).toHaveText('A caption');
  await ada.press('Enter');
  await ada.page.keyboard.type('below');
  await expect.poll(() => kinds(bo)).toBe('image paragraph');
  // Backspace in the caption takes its letters, then selects the picture, and only then takes that.
  await ada.content.evaluate((content) => content.querySelector('.ed-caption')?.scrollIntoView());
  await caption(ada).click();
  await ada.press('End');
  for (const _ of 'A caption') await ada.page.keyboard.press('Backspace');
  await expect(caption(bo)).toHaveText('');
  await ada.page.keyboard.press('Backspace');
  await expect(ada.content.locator('.ed-image.ProseMirror-selectednode')).toHaveCount(1);
  await ada.page.keyboard.press('Backspace');
  await expect.poll(() => kinds(bo)).toBe('paragraph');
});

test('a player of another host is loaded when somebody asks for it and not before; other pages are links', async ({
  document,
  ada,
}) => {
  const asked: string[] = [];
  await ada.page.route(/youtube|example\.org/, (route) => {
    asked.push(new URL(route.request().url()).host);
    return route.fulfill({ contentType: 'text/html', body: '<p>a player</p>' });
  });
  await ada.open(document);
  for (const address of ['www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://example.org/page']) {
    await ada.press('Control+End');
    await ada.type('/embed');
    await expect(ada.page.getByRole('option').first()).toBeVisible();
    await ada.page.keyboard.press('Enter');
    const field = ada.page.getByRole('dialog', { name: 'Embed' }).getByRole('textbox');
    await field.fill('http://example.org');
    await field.press('Enter');
    await expect(ada.page.getByRole('alert')).toContainText('begins with https');
    await field.fill(address);
    await field.press('Enter');
    await expect(ada.content).toContainText(/YouTube|example/);
  }
  // What another program may have put in.
  await ada.content.evaluate((content) => {
    const { editor } = content as unknown as {
      editor: { commands: { insertContentAt(at: number, node: object): void } };
    };
    editor.commands.insertContentAt(0, { type: 'embed', attrs: { src: 'javascript:alert(1)' } });
  });
  await expect(ada.content.getByRole('link', { name: 'Open in a new tab' })).toHaveCount(2);
  await expect(ada.content).toContainText('not shown');
  expect(asked).toEqual([]);
  await ada.content.getByRole('button', { name: 'Show YouTube' }).click();
  await expect(ada.content.frameLocator('iframe').getByText('a player')).toBeVisible();
  expect(asked).toEqual(['www.youtube-nocookie.com']);
  await expect(ada.content.locator('iframe')).toHaveAttribute(
    'sandbox',
    /^allow-scripts allow-same-origin/,
  );
});

test('a full disk refuses files before it refuses words, and takes them when there is room again', async () => {
  const mounted = SmallDisk.mount(16);
  if ('reason' in mounted) return test.skip(true, mounted.reason);
  using disk = mounted;
  await using server = await ServerProcess.start('server', { dataDir: disk.folder });
  const url = `${server.url}/api/v1/documents/${await server.newDocument()}/files?name=a.txt`;
  const send = async (bytes: number): Promise<number> =>
    (await fetch(url, { method: 'POST', body: new Uint8Array(bytes).fill(7) })).status;
  expect(await send(1_000_000)).toBe(201);
  expect(await send(15_500_000)).toBe(507);
  disk.fill();
  expect(await send(1_000)).toBe(507);
  disk.free();
  expect(await send(1_000_001)).toBe(201);
});

test('axe finds nothing in pictures, files, players and uploads, selected or not', async ({
  document,
  ada,
}) => {
  await ada.open(document);
  await ada.page.route(UPLOADS, (route) => route.abort());
  await ada.content.evaluate((content) => {
    const { editor } = content as unknown as {
      editor: { commands: { insertContent(nodes: readonly object[]): void } };
    };
    const caption = [{ type: 'text', text: 'The icon' }];
    editor.commands.insertContent([
      {
        type: 'image',
        attrs: { src: `${location.origin}/icon-192.png`, alt: 'Ink' },
        content: caption,
      },
      { type: 'file', attrs: { src: 'https://example.org/a.pdf', name: 'a.pdf', size: 12_345 } },
      { type: 'embed', attrs: { src: 'https://vimeo.com/76979871' } },
      { type: 'video', attrs: { src: 'https://example.org/film.mp4' } },
      { type: 'paragraph' },
    ]);
  });
  await give(ada, 'drop', photo);
  await expect(uploadOf(ada, photo.name)).toContainText('Kept on this device');
  await picture(ada).click();
  await expect(action(ada, 'Full width')).toBeVisible();
  await expectAccessible(ada, [{ name: 'media' }]);
});
