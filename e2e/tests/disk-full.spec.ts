import { readWords } from '../src/reader.ts';
import { ServerProcess } from '../src/server-process.ts';
import { SmallDisk } from '../src/small-disk.ts';
import { expect, test } from '../src/test.ts';

const MEGABYTES = 16;

test('a full disk is told as it is, and when there is room again everything is saved without a reload', async ({
  arrive,
}) => {
  const mounted = SmallDisk.mount(MEGABYTES);
  if ('reason' in mounted) return test.skip(true, mounted.reason);
  using disk = mounted;
  await using server = await ServerProcess.start('server', { dataDir: disk.folder });
  const document = `${server.url}/d/${await server.newDocument()}`;
  const ada = await arrive('Ada');
  await ada.open(document);
  await ada.insert('before the disk was full. ');
  await ada.saved();

  disk.fill();
  // More than there may be left in files that SQLite has made already.
  const much = 'much '.repeat(200_000);
  await ada.insert(much);

  await expect(ada.save).toHaveAttribute('data-save', 'failing', { timeout: 30_000 });
  await expect(ada.save).toContainText('Not saved – the server can’t write');
  await expect(ada.save).toContainText('kept on this device');
  await expect(ada.connection).toHaveAttribute('data-connection', 'connected');
  expect((await fetch(`${server.url}/readyz`)).ok).toBe(false);
  await ada.insert('after');
  await expect(ada.save).toHaveAttribute('data-save', 'failing');
  await ada.page.evaluate(() => Reflect.set(globalThis, 'neverReloaded', true));

  disk.free();

  await expect(ada.save).toHaveAttribute('data-save', 'saved', { timeout: 30_000 });
  expect(await ada.page.evaluate(() => Reflect.has(globalThis, 'neverReloaded'))).toBe(true);
  await server.kill9();
  await server.start();
  expect(await readWords(server, document)).toBe(`before the disk was full. ${much}after`);
});
