import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';

import sharp from 'sharp';
import { expect, test, vi } from 'vitest';

import { problem, storedFile, type StoredFile } from '@indelible/protocol';

import { Running } from './running.ts';

const PATIENCE = { timeout: 5_000 };
const RED = { r: 200, g: 30, b: 30 };
const SCRIPT = '<script>document.title = "run"</script>';

test('a picture is encoded anew: upright, without where it was taken, with its size in its address', async () => {
  await using indelible = await Running.start();
  const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: RED } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(taken).metadata()).exif?.length).toBeGreaterThan(0);

  const stored = await upload(indelible, taken, 'At home.jpeg');
  expect(stored.src).toMatch(/^\/files\/[0-9a-f]{64}\.jpg\/At%20home\.jpeg#20x40$/);
  expect(stored).toMatchObject({ kind: 'image', type: 'image/jpeg', name: 'At home.jpeg' });

  const { headers, bytes } = await download(indelible, stored);
  const { width, height, exif, orientation } = await sharp(bytes).metadata();
  expect({ width, height, exif, orientation }).toEqual({
    width: 20,
    height: 40,
    exif: undefined,
    orientation: undefined,
  });
  expect(bytes.length).toBe(stored.size);
  expect(headers.get('content-type')).toBe('image/jpeg');
  expect(headers.get('cache-control')).toContain('immutable');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('set-cookie')).toBeNull();
});

test('what moves goes on moving', async () => {
  await using indelible = await Running.start();
  for (const format of ['gif', 'webp'] as const) {
    const moving = await frames(format);
    const stored = await upload(indelible, moving, `dance.${format}`);
    expect(stored.src).toMatch(/#8x8$/);
    const { bytes } = await download(indelible, stored);
    const { pages, delay } = await sharp(bytes).metadata();
    expect([pages, delay]).toEqual([2, [120, 240]]);
  }
});

test('a drawing becomes a picture, so that nothing in it can run or be fetched', async () => {
  await using indelible = await Running.start();
  const drawing =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">' +
    `<script>alert(1)</script><image href="file:///etc/passwd"/><rect width="100" height="50"/></svg>`;
  const stored = await upload(indelible, Buffer.from(drawing), 'drawing.svg');
  expect(stored).toMatchObject({ kind: 'image', type: 'image/png', name: 'drawing.png' });
  expect(stored.src).toMatch(/#200x100$/);
});

test('whatever it is called, a page is only ever downloaded', async () => {
  await using indelible = await Running.start();
  const page = Buffer.from(`<!doctype html>${SCRIPT}`);
  for (const name of ['page.html', 'cat.png', 'движ.mp4', '"quoted\r\nX-Evil: 1".html', '']) {
    const stored = await upload(indelible, page, name, 'image/png');
    expect(stored.kind).toBe('file');
    const { headers } = await download(indelible, stored);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]+"; filename\*=/,
    );
    expect(headers.get('x-evil')).toBeNull();
  }
  // A picture with a page behind it is a picture alone.
  const both = Buffer.concat([await picture(), page]);
  const { bytes } = await download(indelible, await upload(indelible, both, 'both.png'));
  expect(bytes.includes('script')).toBe(false);
});

test('a video is played from wherever one wants', async () => {
  await using indelible = await Running.start();
  const movie = Buffer.concat([
    Buffer.from('0000001866747970', 'hex'),
    Buffer.from('isom\u0000\u0000\u0002\u0000isommp42'),
    Buffer.alloc(5_000, 7),
  ]);
  const stored = await upload(indelible, movie, 'movie.mp4');
  expect(stored).toMatchObject({ kind: 'video', type: 'video/mp4', size: movie.length });
  const response = await fetch(indelible.url + stored.src, { headers: { range: 'bytes=24-27' } });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes 24-27/${movie.length}`);
  expect(Array.from(new Uint8Array(await response.arrayBuffer()))).toEqual([7, 7, 7, 7]);
  const beyond = await fetch(indelible.url + stored.src, { headers: { range: 'bytes=9000-' } });
  expect(beyond.status).toBe(416);
});

test('the same file is kept once, and is there after a restart', async () => {
  await using indelible = await Running.start();
  const bytes = await picture();
  const [first, second] = [
    await upload(indelible, bytes, 'one.png'),
    await upload(indelible, bytes, 'two.png'),
  ];
  expect(second.src.split('/')[2]).toBe(first.src.split('/')[2]);
  expect(await kept(indelible)).toHaveLength(1);
  await indelible.restart();
  expect((await download(indelible, first)).bytes.length).toBe(first.size);
});

test('files stay when their document is deleted, because it can be restored', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const stored = await upload(indelible, await picture(), 'a.png', 'image/png', id);
  await indelible.request('DELETE', `/documents/${id}`);
  expect((await download(indelible, stored)).bytes.length).toBe(stored.size);
});

test('what is too large, unfolds to too much, is damaged or empty is refused in words, and nothing of it stays', async () => {
  await using indelible = await Running.start({ MAX_UPLOAD_BYTES: '1000000' });
  const bomb = await sharp({
    create: { width: 12_000, height: 12_000, channels: 3, background: RED },
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const cases: readonly [Uint8Array<ArrayBuffer>, number, string][] = [
    [new Uint8Array(1_000_001), 413, 'The file is too large'],
    [new Uint8Array(bomb), 413, 'The picture is too large'],
    [new Uint8Array((await picture()).subarray(0, 60)), 422, 'The picture can’t be read'],
    [new Uint8Array(0), 400, 'The file is empty'],
  ];
  const { id } = await indelible.create();
  for (const [body, status, title] of cases) {
    const response = await post(indelible, id, body, 'x');
    expect([response.status, problem.parse(await response.json()).title]).toEqual([status, title]);
  }
  expect(await kept(indelible)).toEqual([]);
  const nowhere = await post(indelible, '0000000000000000000000', new Uint8Array(3), 'x');
  expect(nowhere.status).toBe(404);
});

test('one that does not say how long it is, and goes on, is refused too', async () => {
  await using indelible = await Running.start({ MAX_UPLOAD_BYTES: '100000' });
  const { id } = await indelible.create();
  const endless = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(new Uint8Array(20_000)),
  });
  const url = `${indelible.url}/api/v1/documents/${id}/files`;
  const sent = fetch(url, streamed(endless));
  const status = await sent.then((response) => response.status).catch(() => 'cut');
  expect([413, 'cut']).toContain(status);
  await vi.waitFor(async () => expect(await kept(indelible)).toEqual([]), PATIENCE);
});

test('an upload that breaks off, or stands still, leaves nothing behind', async () => {
  await using indelible = await Running.start({ REQUEST_TIMEOUT_MS: '300' });
  const { id } = await indelible.create();
  const head = `POST /api/v1/documents/${id}/files HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nhello`;
  const { hostname, port } = new URL(indelible.url);
  for (const shallCut of [true, false]) {
    const socket = connect(Number(port), hostname);
    const closed = once(socket, 'close');
    socket.write(head);
    await vi.waitFor(async () => expect(await kept(indelible)).toHaveLength(1), PATIENCE);
    if (shallCut) socket.destroy();
    await closed;
    await vi.waitFor(async () => expect(await kept(indelible)).toEqual([]), PATIENCE);
  }
});

test('an upload may take longer than a request, as long as something comes', async () => {
  await using indelible = await Running.start({ REQUEST_TIMEOUT_MS: '400' });
  const { id } = await indelible.create();
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      for (let part = 0; part < 8; part++) {
        stream.enqueue(new Uint8Array(10));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      stream.close();
    },
  });
  const url = `${indelible.url}/api/v1/documents/${id}/files`;
  const response = await fetch(url, streamed(body));
  expect(storedFile.parse(await response.json()).size).toBe(80);
});

test('a request whose body never ends is cut off', async () => {
  await using indelible = await Running.start({ REQUEST_TIMEOUT_MS: '100' });
  const { hostname, port } = new URL(indelible.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    'POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
  );
  const heard: Buffer[] = [];
  socket.on('data', (data: Buffer) => heard.push(data));
  await once(socket, 'close');
  expect(Buffer.concat(heard).toString()).toContain('408');
});

test('nothing outside of the folder has an address', async () => {
  await using indelible = await Running.start();
  const { src } = await upload(indelible, await picture(), 'a.png');
  const key = src.split('/')[2] ?? '';
  const wrong = [
    key.replace('.png', '.jpg'),
    key.replace('.png', ''),
    key.toUpperCase(),
    '..%2findelible.sqlite',
    'incoming',
    '..',
  ];
  for (const other of wrong) {
    expect((await fetch(`${indelible.url}/files/${other}/a.png`)).status, other).toBe(404);
  }
});

/** A body whose length nobody says. The types lack `duplex`, which Node asks for. */
const streamed = (body: ReadableStream<Uint8Array>): RequestInit =>
  Object.assign({ method: 'POST', body }, { duplex: 'half' });

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 30, height: 30, channels: 4, background: { ...RED, alpha: 0.5 } } })
    .png()
    .toBuffer();

function frames(format: 'gif' | 'webp'): Promise<Buffer> {
  const raw = Buffer.alloc(8 * 16 * 4, 255);
  raw.fill(90, 0, 8 * 8 * 4);
  const strip = sharp(raw, { raw: { width: 8, height: 16, channels: 4, pageHeight: 8 } });
  const delay = [120, 240];
  return (
    format === 'gif' ? strip.gif({ delay }) : strip.webp({ delay, lossless: true })
  ).toBuffer();
}

async function upload(
  indelible: Running,
  bytes: Buffer,
  name: string,
  type = 'application/octet-stream',
  id?: string,
): Promise<StoredFile> {
  const into = id ?? (await indelible.create()).id;
  const response = await post(indelible, into, new Uint8Array(bytes), name, type);
  expect(response.status).toBe(201);
  return storedFile.parse(await response.json());
}

function post(
  { url }: Running,
  id: string,
  body: Uint8Array<ArrayBuffer>,
  name: string,
  type = 'application/octet-stream',
): Promise<Response> {
  const address = `${url}/api/v1/documents/${id}/files?${new URLSearchParams({ name })}`;
  return fetch(address, { method: 'POST', body, headers: { 'content-type': type } });
}

async function download(
  { url }: Running,
  { src }: StoredFile,
): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> {
  const response = await fetch(url + src);
  expect(response.status).toBe(200);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Every file in the folder, whether finished or not. */
async function kept({ folder }: Running): Promise<string[]> {
  const found = await readdir(`${folder}/files`, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}
