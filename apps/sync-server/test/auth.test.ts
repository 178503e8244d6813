import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { CloseCode } from '@indelible/protocol';

import { closed, Running } from './running.ts';
import { now, SECRET, token } from './tokens.ts';

const PATIENCE = { timeout: 10_000 };
const JWT = { AUTH: 'jwt', JWT_SECRET: SECRET };
const { unauthenticated, forbidden, notFound } = CloseCode;

const path = async (room: string, ...how: Parameters<typeof token>): Promise<string> =>
  `/${room}?token=${await token(...how)}`;

describe('a token', () => {
  it('lets a stock client write, from the URL as from a header', async () => {
    await using server = await Running.start(JWT);
    const ada = server.open('room', { token: await token({ sub: 'ada' }) });
    ada.doc.getText('text').insert(0, 'written');
    const bo = server.open('room', { token: await token({ sub: 'bo', access: 'read' }) });
    await vi.waitFor(() => expect(bo.doc.getText('text').toJSON()).toBe('written'), PATIENCE);
    const headers = { authorization: `Bearer ${await token()}` };
    const socket = await server.socket('/room', { headers });
    const [first] = (await once(socket, 'message')) as [Buffer];
    expect(first.length).toBeGreaterThan(0);
  });

  it('is asked for over HTTP as well', async () => {
    await using server = await Running.start(JWT);
    const admitted = await server.openOverHttp(`${await path('room')}&ext=1`, 'frames');
    expect(admitted).toHaveLength(2);
    const refused = await server.openOverHttp('/room', 'close');
    expect(refused.at(-1)).toMatchObject({ type: 'close', code: unauthenticated });
  });

  it('for reading lets nobody write', async () => {
    await using server = await Running.start(JWT);
    const reader = server.open('room', { token: await token({ access: 'read' }) });
    const writer = server.open('room', { token: await token() });
    await vi.waitFor(() => expect(reader.synced && writer.synced).toBe(true), PATIENCE);
    reader.doc.getText('text').insert(0, 'not allowed');
    writer.doc.getText('text').insert(0, 'allowed');
    const later = server.open('room', { token: await token() });
    await vi.waitFor(
      () => expect(later.doc.getText('text').toJSON()).toContain('allowed'),
      PATIENCE,
    );
    // The reader's came first, over a line of its own, and may still be on its way: ask that line.
    const before = later.doc.getText('text').toJSON();
    reader.ws?.close();
    await vi.waitFor(() => expect(reader.wsconnected).toBe(false), PATIENCE);
    await vi.waitFor(() => expect(reader.synced).toBe(true), PATIENCE);
    expect([before, later.doc.getText('text').toJSON()]).toEqual(['allowed', 'allowed']);
  });

  it('that is missing, expired, forged or incomplete is closed with 4401', async () => {
    await using server = await Running.start({ ...JWT, JWT_ISSUER: 'me', JWT_AUDIENCE: 'sync' });
    const good = { iss: 'me', aud: 'sync' };
    await server.socket(await path('room', good));
    const unsigned = (part: object): string =>
      Buffer.from(JSON.stringify(part)).toString('base64url');
    const none = `${unsigned({ alg: 'none' })}.${unsigned({ ...good, room: 'room', access: 'write', iat: now(), exp: now() + 9 })}.`;
    const otherKey = { key: new TextEncoder().encode('x'.repeat(40)) };
    const bad = [
      '/room',
      '/room?token=',
      '/room?token=nonsense',
      `/room?token=${none}`,
      await path('room', good, otherKey),
      await path('room', good, { alg: 'HS512', key: new TextEncoder().encode(SECRET.repeat(2)) }),
      await path('room', { ...good, exp: now() - 1 }),
      await path('room', { ...good, exp: undefined }),
      await path('room', { ...good, iat: undefined }),
      await path('room', { ...good, exp: now() + 86_401 }),
      await path('room', { ...good, iss: 'you' }),
      await path('room', { ...good, aud: 'another' }),
      await path('room', { ...good, access: 'admin' }),
      await path('room', { ...good, access: undefined }),
      await path('room', { ...good, room: undefined }),
      await path('room', { ...good, sub: 'x'.repeat(257) }),
    ];
    for (const one of bad)
      expect([one, await server.closeCode(one)]).toEqual([one, unauthenticated]);
  });

  it('is for its room or its prefix and no other', async () => {
    await using server = await Running.start(JWT);
    const prefix = { room: undefined, roomPrefix: 'team/' };
    await server.socket(await path('room'));
    await server.socket(await path('team/a%20room', prefix));
    await server.socket(await path('anything', { room: undefined, roomPrefix: '' }));
    const others = [
      await path('rooms'),
      await path('Room'),
      await path('team', prefix),
      await path('teams/x', prefix),
      await path('x/team/', prefix),
      await path('', { room: 'room' }),
    ];
    for (const one of others) expect([one, await server.closeCode(one)]).toEqual([one, forbidden]);
    const noName = await path('a%00b', { room: undefined, roomPrefix: '' });
    expect(await server.closeCode(noName)).toBe(notFound);
  });

  it('that is fresh lets a stock client go on that was stopped by an old one', async () => {
    await using server = await Running.start(JWT);
    const ada = server.open('room', { token: await token({ exp: now() - 1 }) });
    await new Promise((resolve) => ada.once('closed', resolve));
    ada.params = { token: await token() };
    ada.connect();
    await vi.waitFor(() => expect(ada.synced).toBe(true), PATIENCE);
  });

  it('ends its line with 4401 at the moment it expires', async () => {
    await using server = await Running.start(JWT);
    const exp = now() + 2;
    const code = await server.closeCode(await path('room', { exp }));
    expect(code).toBe(unauthenticated);
    expect(Date.now()).toBeGreaterThanOrEqual(exp * 1_000);
  });
});

describe('a public key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed = generateKeyPairSync('ed25519');
  const pem = ({ publicKey }: typeof rsa): string =>
    publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it.each([
    ['RS256', rsa],
    ['EdDSA', ed],
  ] as const)('of %s verifies tokens, as text, as one line and as a file', async (alg, pair) => {
    await using other = await Running.start();
    const { folder } = other;
    const file = join(folder, 'key.pem');
    await writeFile(file, pem(pair));
    for (const key of [pem(pair), pem(pair).replaceAll('\n', '\\n'), file]) {
      await using server = await Running.start({ AUTH: 'jwt', JWT_PUBLIC_KEY: key });
      await server.socket(await path('room', {}, { alg, key: pair.privateKey }));
      expect(await server.closeCode(await path('room'))).toBe(unauthenticated);
    }
  });

  it('is no secret: what is signed with its text is forged', async () => {
    await using server = await Running.start({ AUTH: 'jwt', JWT_PUBLIC_KEY: pem(rsa) });
    const key = new TextEncoder().encode(pem(rsa));
    expect(await server.closeCode(await path('room', {}, { key }))).toBe(unauthenticated);
  });

  it('is found by its name in a key set, and without the set nobody can tell', async () => {
    const keys = [
      { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'old', alg: 'RS256' },
      { ...ed.publicKey.export({ format: 'jwk' }), kid: 'new', alg: 'EdDSA' },
    ];
    const set = createServer((_request, response) => response.end(JSON.stringify({ keys })));
    const url = await listen(set);
    await using server = await Running.start({ AUTH: 'jwt', JWKS_URL: url });
    const old = { alg: 'RS256', kid: 'old', key: rsa.privateKey };
    await server.socket(await path('room', {}, old));
    await server.socket(await path('room', {}, { alg: 'EdDSA', kid: 'new', key: ed.privateKey }));
    const unknown = await path('room', {}, { ...old, kid: 'unknown' });
    expect(await server.closeCode(unknown)).toBe(unauthenticated);
    set.close();
    set.closeAllConnections();
    await server.restart();
    expect(await server.closeCode(await path('room', {}, old))).toBe(CloseCode.storage);
  });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
}

describe('a revocation', () => {
  const ADMIN_TOKEN = 'a token nobody can guess';
  const revoke = (server: Running, body: unknown, bearer = ADMIN_TOKEN): Promise<Response> =>
    server.request('/api/v1/revocations', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${bearer}` },
    });

  it('of a subject closes its lines and keeps its tokens out, after a restart too', async () => {
    await using server = await Running.start({ ...JWT, ADMIN_TOKEN });
    const hers = await path('room', { sub: 'ada' });
    const [first, second] = [await server.socket(hers), await server.socket(hers)];
    const other = await server.socket(await path('room', { sub: 'bo' }));
    const closing = Promise.all([closed(first), closed(second)]);
    const answer = await revoke(server, { sub: 'ada' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ closed: 2 });
    expect(await closing).toEqual([unauthenticated, unauthenticated]);
    expect(await server.closeCode(hers)).toBe(unauthenticated);
    expect(other.readyState).toBe(other.OPEN);
    await server.restart();
    expect(await server.closeCode(hers)).toBe(unauthenticated);
    await server.socket(await path('room', { sub: 'bo' }));
    await server.socket(await path('room', { sub: 'ada', iat: now() + 1 }));
  });

  it('of one token leaves the subject its others', async () => {
    await using server = await Running.start({ ...JWT, ADMIN_TOKEN });
    const [lost, kept] = [
      await path('room', { sub: 'ada', jti: 'lost' }),
      await path('room', { sub: 'ada', jti: 'kept' }),
    ];
    const [first, second] = [await server.socket(lost), await server.socket(kept)];
    const closing = closed(first);
    expect(await (await revoke(server, { jti: 'lost' })).json()).toMatchObject({ closed: 1 });
    expect(await closing).toBe(unauthenticated);
    expect(await server.closeCode(lost)).toBe(unauthenticated);
    expect(second.readyState).toBe(second.OPEN);
    await server.socket(kept);
  });

  it('is for whoever has the admin token, and has to name one thing', async () => {
    await using server = await Running.start({ ...JWT, ADMIN_TOKEN });
    const ada = await server.socket(await path('room', { sub: 'ada' }));
    expect((await revoke(server, { sub: 'ada' }, 'another token as long')).status).toBe(401);
    const wrong = [
      {},
      { sub: '' },
      { sub: 'ada', jti: 'x' },
      { sub: 7 },
      [],
      { sub: 'x'.repeat(5_000) },
    ];
    for (const body of wrong) expect((await revoke(server, body)).status).toBe(400);
    expect(ada.readyState).toBe(ada.OPEN);
    await using open = await Running.start(JWT);
    expect((await revoke(open, { sub: 'ada' })).status).toBe(404);
  });

  it('that was kept in a file which is damaged keeps the server from starting', async () => {
    await using server = await Running.start({ ...JWT, ADMIN_TOKEN });
    await revoke(server, { sub: 'ada' });
    await writeFile(join(server.folder, 'revocations.json'), '{');
    await expect(server.restart()).rejects.toThrow(/revocations\.json is damaged/);
    await writeFile(join(server.folder, 'revocations.json'), '{"revocations":[]}');
    await server.restart();
  });
});
