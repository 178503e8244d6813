import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test, vi } from 'vitest';

import {
  CloseCode,
  documentList,
  documentSummary,
  DOWN_TYPE,
  DownReader,
  encodeUp,
  LINE_HEADER,
  PIECE_HEADER,
  problem,
  PROBLEM_TYPE,
  step1Frame,
  UP_TYPE,
  type DownEvent,
} from '@indelible/protocol';

import { Running } from './running.ts';

const PATIENCE = { timeout: 5_000 };
const UNKNOWN = '0000000000000000000000';
const STEP_1 = step1Frame(new Uint8Array([0]));

test('a document is made, found, listed last edited first, renamed, deleted and restored', async () => {
  await using indelible = await Running.start();
  const first = await indelible.create('First');
  const second = await indelible.create('  Second ');
  expect(second.title).toBe('Second');
  expect(await titles(indelible)).toEqual(['Second', 'First']);

  const renamed = await indelible.request('PATCH', `/documents/${first.id}`, { title: 'Renamed' });
  expect(documentSummary.parse(await renamed.json()).title).toBe('Renamed');
  expect(await titles(indelible)).toEqual(['Renamed', 'Second']);

  expect((await indelible.request('DELETE', `/documents/${first.id}`)).status).toBe(204);
  expect(await titles(indelible)).toEqual(['Second']);
  expect((await indelible.request('GET', `/documents/${first.id}`)).status).toBe(404);
  expect((await indelible.request('DELETE', `/documents/${first.id}`)).status).toBe(404);

  expect((await indelible.request('POST', `/documents/${first.id}/restore`)).status).toBe(200);
  expect(await titles(indelible)).toEqual(['Renamed', 'Second']);
  await indelible.restart();
  expect(await titles(indelible)).toEqual(['Renamed', 'Second']);
});

test('a request that does not fit is answered with a problem that says what is wrong where', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const bad = [
    await indelible.request('POST', '/documents', { title: 7 }),
    await indelible.request('POST', '/documents', { titel: 'x' }),
    await indelible.request('PATCH', `/documents/${id}`, { title: 'x'.repeat(501) }),
    await indelible.request('PATCH', `/documents/${id}`),
  ];
  for (const response of bad) {
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain(PROBLEM_TYPE);
    expect(problem.parse(await response.json()).errors).not.toEqual([]);
  }
  const missing = [`/documents/${UNKNOWN}`, '/documents/..%2f..', '/documents/short', '/nothing'];
  for (const path of missing) {
    const response = await indelible.request('GET', path);
    expect(response.status).toBe(404);
    expect(problem.parse(await response.json()).status).toBe(404);
  }
  expect(await titles(indelible)).toEqual(['']);
});

test('a new document comes with its seed, once, whoever opens it and however often', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create('Title');
  const [ada, bo] = [indelible.open(id), indelible.open(id)];
  await vi.waitFor(() => expect(ada.synced && bo.synced).toBe(true), PATIENCE);
  for (const { doc } of [ada, bo]) {
    expect(doc.getText('title').toJSON()).toBe('Title');
    expect(doc.getXmlFragment('content').toJSON()).toBe('<paragraph></paragraph>');
  }
});

test('a title typed in the document appears in the list, and one given in the list in the document', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  ada.doc.getText('title').insert(0, 'Typed');
  await vi.waitFor(async () => expect(await titles(indelible)).toEqual(['Typed']), PATIENCE);
  await indelible.request('PATCH', `/documents/${id}`, { title: 'Typed and given' });
  await vi.waitFor(
    () => expect(ada.doc.getText('title').toJSON()).toBe('Typed and given'),
    PATIENCE,
  );
});

test('what was typed just before the server stops is in the list when it is back', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  ada.doc.getText('title').insert(0, 'Last words');
  const bo = indelible.open(id);
  await vi.waitFor(() => expect(bo.doc.getText('title').toJSON()).toBe('Last words'), PATIENCE);
  await indelible.restart();
  expect(await titles(indelible)).toEqual(['Last words']);
});

test('whoever has a document open is told when it is deleted; without one the door stays shut', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const ada = indelible.open(id);
  const codes: number[] = [];
  ada.on('closed', ({ code }: { code: number }) => codes.push(code));
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  await indelible.request('DELETE', `/documents/${id}`);
  for (const unknown of [id, UNKNOWN, '..%2f..', 'short']) {
    indelible.open(unknown).on('closed', ({ code }: { code: number }) => codes.push(code));
  }
  const five = Array.from({ length: 5 }, () => CloseCode.notFound);
  await vi.waitFor(() => expect(codes).toEqual(five), PATIENCE);
});

test('where WebSockets are blocked, a document is to be had over HTTP, unless that is switched off', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  expect((await openOverHttp(indelible, id)).events).toEqual(['line', 'frames']);
  expect((await openOverHttp(indelible, UNKNOWN)).events).toEqual(['line', 'close']);
  await using without = await Running.start({ HTTP_FALLBACK: 'off' });
  expect((await openOverHttp(without, id)).status).toBe(404);
});

test('the page may run only its own scripts, and the link does not travel', async () => {
  await using indelible = await Running.start();
  const { headers } = await indelible.request('GET', '/documents');
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('operators see how it is: as metrics, and as a view of the autosave', async () => {
  await using indelible = await Running.start();
  const { id } = await indelible.create();
  const ada = indelible.open(id);
  await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  ada.doc.getText('title').insert(0, 'Saved');
  await vi.waitFor(async () => {
    const autosave = await indelible.request('GET', '/autosave');
    expect(autosave.headers.get('content-type')).toContain('application/json');
    expect(await autosave.json()).toMatchObject({ healthy: true, totals: { saves: 1 } });
  }, PATIENCE);
  const metrics = await fetch(`${indelible.url}/metrics`);
  expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  expect(await metrics.text()).toContain('\nindelible_sessions 1\n');
});

test('a request that never ends is cut off', async () => {
  await using indelible = await Running.start({ REQUEST_TIMEOUT_MS: '100' });
  const { hostname, port } = new URL(indelible.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /api/v1/documents HTTP/1.1\r\nHost: x\r\n');
  const heard: Buffer[] = [];
  socket.on('data', (data: Buffer) => heard.push(data));
  await once(socket, 'end');
  socket.destroy();
  expect(Buffer.concat(heard).toString()).toContain('408');
  const metrics = await fetch(`${indelible.url}/metrics`);
  expect(await metrics.text()).toContain('indelible_limits_total{limit="handshake"} 1');
});

/** The first two events of a line over HTTP, and the first piece it takes. */
async function openOverHttp(
  { url }: Running,
  document: string,
): Promise<{ readonly status: number; readonly events: readonly string[] }> {
  const address = `${url}/sync/${document}?ext=1`;
  const response = await fetch(address, { method: 'POST', headers: { accept: DOWN_TYPE } });
  const reader = new DownReader();
  const events: DownEvent[] = [];
  const text = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
  for await (const part of text) {
    events.push(...reader.push(part));
    const [line, second] = events;
    if (line?.type !== 'line' || second === undefined) continue;
    const gone = second.type === 'close';
    const headers = { [LINE_HEADER]: line.id, [PIECE_HEADER]: '1', 'content-type': UP_TYPE };
    const taken = await fetch(address, { method: 'POST', headers, body: encodeUp(STEP_1) });
    expect(taken.status).toBe(gone ? 404 : 204);
    break;
  }
  return { status: response.status, events: events.slice(0, 2).map(({ type }) => type) };
}

async function titles(indelible: Running): Promise<string[]> {
  const list = documentList.parse(await (await indelible.request('GET', '/documents')).json());
  return list.documents.map(({ title }) => title);
}
