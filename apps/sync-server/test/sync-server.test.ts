import { once } from 'node:events';
import { connect } from 'node:net';

import { expect, test, vi } from 'vitest';

import { DOWN_TYPE } from '@indelible/protocol';

import { Running } from './running.ts';

const PATIENCE = { timeout: 10_000 };
const ADMIN_TOKEN = 'a token nobody can guess';
const admin = { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } };

test('what stock clients write in a room is there after a restart', async () => {
  await using server = await Running.start();
  const [ada, bo] = [server.open('a room/with ü'), server.open('a room/with ü')];
  ada.doc.getText('text').insert(0, 'kept');
  await vi.waitFor(() => expect(bo.doc.getText('text').toJSON()).toBe('kept'), PATIENCE);
  await server.restart();
  const cy = server.open('a room/with ü');
  await vi.waitFor(() => expect(cy.doc.getText('text').toJSON()).toBe('kept'), PATIENCE);
});

test('it says whether it is alive and ready, how it is, and that it is for WebSockets', async () => {
  await using server = await Running.start();
  const ada = server.open('a room');
  ada.doc.getText('text').insert(0, 'a');
  expect((await server.request('/healthz')).status).toBe(200);
  expect((await server.request('/readyz')).status).toBe(200);
  expect((await server.request('/a-room')).status).toBe(426);
  await vi.waitFor(async () => {
    const autosave = await server.request('/api/v1/autosave');
    expect(autosave.headers.get('content-type')).toBe('application/json');
    expect(await autosave.json()).toMatchObject({ totals: { saves: 1 }, dirty: { ids: [] } });
  }, PATIENCE);
  const metrics = await server.request('/metrics?x=y');
  expect(metrics.headers.get('content-type')).toContain('version=0.0.4');
  expect(await metrics.text()).toContain('\nindelible_sessions 1\n');
});

test('with an admin token, only who presents it is told how the server is', async () => {
  await using server = await Running.start({ ADMIN_TOKEN });
  for (const path of ['/metrics', '/api/v1/autosave']) {
    expect((await server.request(path)).status).toBe(401);
    expect((await server.request(path, admin)).status).toBe(200);
  }
  expect((await server.request('/readyz')).status).toBe(200);
});

test('a request that never ends is cut off', async () => {
  await using server = await Running.start({ REQUEST_TIMEOUT_MS: '100' });
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /a-room HTTP/1.1\r\nUpgrade: websocket\r\n');
  const heard: Buffer[] = [];
  socket.on('data', (data: Buffer) => heard.push(data));
  await once(socket, 'end');
  socket.destroy();
  expect(Buffer.concat(heard).toString()).toContain('408');
  const metrics = await server.request('/metrics');
  expect(await metrics.text()).toContain('indelible_limits_total{limit="handshake"} 1');
});

test('where WebSockets are blocked, a line is to be had over HTTP, unless that is switched off', async () => {
  await using server = await Running.start();
  const events = await server.openOverHttp('/room?ext=1', 'frames');
  expect(events.map(({ type }) => type)).toEqual(['line', 'frames']);
  await using without = await Running.start({ HTTP_FALLBACK: 'off' });
  const init = { method: 'POST', headers: { accept: DOWN_TYPE } };
  expect((await without.request('/room', init)).status).toBe(426);
});

test('pages from elsewhere are turned away before there is a connection', async () => {
  await using server = await Running.start({
    ORIGINS: 'https://notes.example, http://localhost:5173',
  });
  const from = (origin: string) => ({ origin });
  for (const origin of ['https://evil.example', 'https://notes.example.evil.example', 'null']) {
    expect(await server.refusal('/room', from(origin))).toBe(403);
  }
  await server.socket('/room', from('https://notes.example'));
  await server.socket('/room', from('http://localhost:5173'));
  // No browser leaves it out, and anything else could write what it likes.
  await server.socket('/room');
  const evil = { accept: DOWN_TYPE, origin: 'https://evil.example' };
  expect((await server.request('/room', { method: 'POST', headers: evil })).status).toBe(403);
  expect(await (await server.request('/metrics')).text()).toContain(
    'indelible_upgrades_refused_total{status="403"} 4\n',
  );
});
