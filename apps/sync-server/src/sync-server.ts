import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { pino } from 'pino';

import {
  engineSettings,
  Gateway,
  listenOptions,
  requestLimits,
  type Admit,
  type Service,
} from '@indelible/gateway';
import { Monitor } from '@indelible/monitor';
import { Rooms, systemClock } from '@indelible/rooms';
import { openSqliteStore } from '@indelible/store-sqlite';

import { admitEverybody, fromOrigins } from './admission.ts';
import { admitByToken } from './auth/admit-by-token.ts';
import { Revocations } from './auth/revocations.ts';
import { createVerifier } from './auth/verify-token.ts';
import type { Config } from './config.ts';
import { answerHttp } from './http.ts';

/** Milliseconds: told to clients on the way down. */
const COME_BACK_AFTER = 1_000;
/** Not one of our own documents: nothing is known of its schema. */
export const NO_SCHEMA = 0;
export const DATABASE_FILE = 'sync-server.sqlite';

interface Entry {
  readonly admit: Admit;
  /** Null without tokens. */
  readonly revocations: Revocations | null;
}

/**
 * Opens the data and serves rooms at the root of the path. Disposing of it drains.
 *
 * @throws {StoreError} if the data can't be opened; {SettingError} if a key can't be used; a system error if the address can't be had.
 */
export async function startSyncServer(config: Config): Promise<Service> {
  await using opened = new AsyncDisposableStack();
  const logger = pino({ level: config.LOG_LEVEL });
  const settings = engineSettings(config, NO_SCHEMA);
  const file = join(config.DATA_DIR, DATABASE_FILE);
  const store = opened.use(await openSqliteStore({ file, maxBytes: config.MAX_DATABASE_BYTES }));
  const rooms = new Rooms({ log: store.log, settings: settings.rooms, logger });
  const { admit, revocations } = await openEntry(config);
  const gateway = new Gateway({ rooms, admit, logger, settings: settings.gateway });
  const adminToken = config.ADMIN_TOKEN;
  // With tokens, the names of rooms are for those who have one.
  const showsIds = config.AUTH === 'none' || adminToken !== undefined;
  const monitor = new Monitor({ rooms, gateway, adminToken, showsIds });
  const server = createServer(
    requestLimits(config),
    answerHttp({ rooms, gateway, monitor, logger, revocations, adminToken }),
  );
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
  server.on('clientError', (error, socket) => gateway.failed(error, socket));
  const address = await listen(server, config);
  const open = opened.move();
  return {
    greeting: [`The sync server is at ws://${address}/<room>`, `Rooms are kept in ${file}`],
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Who may enter. */
async function openEntry(config: Config): Promise<Entry> {
  if (config.AUTH === 'none') {
    return { admit: fromOrigins(config.ORIGINS, admitEverybody), revocations: null };
  }
  const verify = createVerifier(config, systemClock);
  const revocations = await Revocations.open({
    path: join(config.DATA_DIR, 'revocations.json'),
    clock: systemClock,
    maxLifetime: config.JWT_MAX_LIFETIME_S,
  });
  return { admit: fromOrigins(config.ORIGINS, admitByToken(verify, revocations)), revocations };
}

async function listen(server: Server, config: Config): Promise<string> {
  server.listen(listenOptions(config));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`;
}
