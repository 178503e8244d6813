import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { serveWeb } from '../src/web.ts';

describe('the web app’s files', () => {
  let folder: string;
  let app: FastifyInstance;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'indelible-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<title>the app</title>');
    app = fastify();
    await serveWeb(app, folder);
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const get = (url: string, accept = '*/*') => app.inject({ url, headers: { accept } });

  it('are served also if they were built after the start', async () => {
    await writeFile(join(folder, 'assets', 'new-1a2b3c.js'), 'export {}');
    const answer = await get('/assets/new-1a2b3c.js');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('export {}');
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it('are the app itself at the root, for a document and for people at a wrong address', async () => {
    for (const [url, status] of [
      ['/', 200],
      ['/d/AAAAAAAAAAAAAAAAAAAAAA', 200],
      ['/nowhere', 404],
    ] as const) {
      const answer = await get(url, 'text/html');
      expect([url, answer.statusCode, answer.body]).toEqual([
        url,
        status,
        '<title>the app</title>',
      ]);
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('are nothing outside of their folder', async () => {
    await writeFile(`${folder}-secret`, 'secret');
    const name = `${folder.replace(/^.*\//, '')}-secret`;
    for (const url of [`/../${name}`, `/%2e%2e/${name}`, `/assets/..%2f..%2f${name}`]) {
      const answer = await get(url);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('secret');
    }
    await rm(`${folder}-secret`);
  });

  it('are no answer to programs that ask for something else', async () => {
    const answer = await get('/assets/gone.js');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toBe('There is nothing here');
  });
});
