import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { pino } from 'pino';

import { engineSettings, Gateway, type Service } from '@indelible/gateway';
import { Rooms } from '@indelible/rooms';
import { openSqliteStore } from '@indelible/store-sqlite';

import { admitEverybody } from './admission.ts';
import type { Config } from './config.ts';

/** Milliseconds: told to clients on the way down. */
const COME_BACK_AFTER = 1_000;
/** Not one of our own documents: nothing is known of its schema. */
const NO_SCHEMA = 0;

/**
 * Opens the data and serves rooms at the root of the path. Disposing of it drains.
 *
 * @throws {StoreError} if the data can't be opened; a system error if the address can't be had.
 */
export async function startSyncServer(config: Config): Promise<Service> {
  await using opened = new AsyncDisposableStack();
  const logger = pino({ level: config.LOG_LEVEL });
  const settings = engineSettings(config, NO_SCHEMA);
  const file = join(config.DATA_DIR, 'sync-server.sqlite');
  const store = opened.use(await openSqliteStore({ file, maxBytes: config.MAX_DATABASE_BYTES }));
  const rooms = new Rooms({ log: store.log, settings: settings.rooms, logger });
  const gateway = new Gateway({ rooms, admit: admitEverybody, logger, settings: settings.gateway });
  const server = createServer(answer(rooms));
  opened.defer(async () => {
    gateway.refuse();
    try {
      await rooms.drain(COME_BACK_AFTER);
      await rooms[Symbol.asyncDispose]();
    } finally {
      await gateway[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
    }
  });
  server.on('upgrade', (request, socket, head) => void gateway.upgrade(request, socket, head));
  const address = await listen(server, config);
  const open = opened.move();
  return {
    greeting: [`The sync server is at ws://${address}/<room>`, `Rooms are kept in ${file}`],
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Plain HTTP: whether the process is alive, and whether it can save. */
const answer =
  (rooms: Rooms): RequestListener =>
  ({ url }, response) => {
    if (url === '/healthz') response.end('ok\n');
    else if (url === '/readyz') response.writeHead(rooms.canSave ? 200 : 503).end();
    else response.writeHead(426, { upgrade: 'websocket' }).end('This is a WebSocket server.\n');
  };

async function listen(server: Server, { PORT, HOST }: Config): Promise<string> {
  server.listen(PORT, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}`;
}
