import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fastify, { LogController, type FastifyInstance } from 'fastify';

import { SCHEMA_VERSION } from '@indelible/document';
import {
  engineSettings,
  Gateway,
  listenOptions,
  requestLimits,
  type Service,
} from '@indelible/gateway';
import { Monitor } from '@indelible/monitor';
import { Rooms, systemClock } from '@indelible/rooms';
import { openSqliteStore } from '@indelible/store-sqlite';

import { admitByLink } from './admission.ts';
import { documentRoutes } from './api/document-routes.ts';
import { fileRoutes } from './api/file-routes.ts';
import { monitorRoutes } from './api/monitor-routes.ts';
import { sendProblems } from './api/problems.ts';
import { limitArrival } from './arrival.ts';
import type { Config } from './config.ts';
import { startDocumentJobs } from './document-jobs.ts';
import { Documents } from './documents.ts';
import { FileStore } from './files/file-store.ts';
import { serveFiles } from './files/serve-files.ts';
import { SearchIndexer } from './search-indexer.ts';
import { syncRoutes } from './sync-routes.ts';
import { startTextJobs } from './text-jobs.ts';
import { mirrored, TitleMirror } from './title-mirror.ts';
import { serveWeb } from './web.ts';

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** Milliseconds: told to clients on the way down. */
const COME_BACK_AFTER = 1_000;

/**
 * Opens the data and serves the product. Disposing of it drains: newcomers are refused, everything is
 * saved, every line is closed with 1012, and only then is the data let go.
 *
 * @throws {StoreError} if the data can't be opened; a system error if the address can't be had.
 */
export async function startProduct(config: Config): Promise<Service> {
  await using opened = new AsyncDisposableStack();
  const clock = systemClock;
  const app = fastify({
    logger: { level: config.LOG_LEVEL },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // A request's body is `limitArrival`'s business.
    http: { ...requestLimits(config), requestTimeout: 0 },
    requestTimeout: 0,
  });
  const settings = engineSettings(config, SCHEMA_VERSION);
  const databaseFile = join(config.DATA_DIR, 'indelible.sqlite');
  const store = opened.use(
    await openSqliteStore({ file: databaseFile, maxBytes: config.MAX_DATABASE_BYTES }),
  );
  const files = await FileStore.open(join(config.DATA_DIR, 'files'), config.MAX_UPLOAD_BYTES);
  const jobs = opened.use(startDocumentJobs(clock));
  const { catalog } = store;
  const textJobs = opened.use(startTextJobs(clock));
  const indexer = opened.use(
    new SearchIndexer({ catalog, log: store.log, jobs: textJobs, clock, logger: app.log }),
  );
  const log = mirrored(store.log, () => mirror);
  const rooms = new Rooms({
    log,
    clock,
    settings: settings.rooms,
    logger: app.log,
    onSettled: (document, seq) => indexer.touch(document, seq),
  });
  const read = rooms.read.bind(rooms);
  const mirror = new TitleMirror({ catalog, jobs, clock, logger: app.log, read });
  opened.defer(() => mirror.flush());
  const documents = new Documents({ catalog, rooms, jobs, indexer, clock });
  const gateway = new Gateway({
    rooms,
    admit: admitByLink(documents),
    logger: app.log,
    clock,
    settings: settings.gateway,
  });
  opened.defer(async () => {
    gateway.refuse();
    try {
      await rooms.drain(COME_BACK_AFTER);
      await rooms[Symbol.asyncDispose]();
    } finally {
      await gateway[Symbol.asyncDispose]();
      await app.close();
    }
  });
  limitArrival(app, config.REQUEST_TIMEOUT_MS, (error, socket) => gateway.failed(error, socket));
  await addRoutes(app, { documents, rooms, files, patience: config.REQUEST_TIMEOUT_MS });
  const adminToken = config.ADMIN_TOKEN;
  const indexing = () => indexer.numbers();
  monitorRoutes(app, new Monitor({ rooms, gateway, adminToken, showsIds: true, indexing, clock }));
  await app.register(syncRoutes, { gateway });
  app.server.on('upgrade', (request, socket, head) => {
    void gateway.upgrade(request, socket, head);
  });
  app.server.on('clientError', (error, socket) => gateway.failed(error, socket));
  const url = await app.listen(listenOptions(config));
  indexer.catchUp();
  const open = opened.move();
  return {
    greeting: [
      `Indelible is at ${url.replace('127.0.0.1', 'localhost')}`,
      `Documents are kept in ${databaseFile}`,
    ],
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

interface Parts {
  readonly documents: Documents;
  readonly rooms: Rooms;
  readonly files: FileStore;
  /** Milliseconds. */
  readonly patience: number;
}

async function addRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { documents, rooms, files, patience } = parts;
  await serveWeb(app, WEB_FOLDER);
  serveFiles(app, files);
  await app.register(
    async (api) => {
      sendProblems(api);
      documentRoutes(api, documents);
      await api.register(async (scope) => fileRoutes(scope, { documents, files, patience }));
    },
    { prefix: '/api/v1' },
  );
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_request, reply) => {
    if (!rooms.canSave) reply.code(503);
    return { status: rooms.canSave ? 'ok' : 'can’t save' };
  });
}
