import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { hocuspocusDialect } from '../wire/hocuspocus-dialect.ts';
import { extendedDialect, yWebsocketDialect } from '../wire/y-websocket-dialect.ts';
import { Peer } from './peer.ts';
import type { ServerKind } from './server-kind.ts';

const ours: ServerKind = {
  name: 'ours',
  title: 'ours',
  install: async () => {},
  script: fileURLToPath(new URL('../../../sync-server/src/main.ts', import.meta.url)),
  environment: (port, dataDir) => ({
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  }),
  dialect: yWebsocketDialect,
  acknowledged: extendedDialect,
  acknowledges: 'disk',
  tellsPlaces: true,
};

const yWebsocketPeer = new Peer('y-websocket', {
  '@y/websocket-server': '0.1.1',
  'y-leveldb': '0.2.0',
  yjs: '13.6.33',
});

const yWebsocket: ServerKind = {
  name: 'y-websocket',
  title: '@y/websocket-server 0.1.1, y-leveldb 0.2.0',
  install: () => yWebsocketPeer.install(),
  script: yWebsocketPeer.script,
  environment: (port, dataDir) => ({
    PORT: String(port),
    HOST: '127.0.0.1',
    YPERSISTENCE: join(dataDir, 'leveldb'),
  }),
  dialect: yWebsocketDialect,
  acknowledged: yWebsocketDialect,
  acknowledges: null,
  tellsPlaces: false,
};

// Their SQLite binding has to be compiled; the next version of it, which we use ourselves, comes as it is.
const hocuspocusPeer = new Peer(
  'hocuspocus',
  {
    '@hocuspocus/server': '4.7.0',
    '@hocuspocus/extension-sqlite': '4.7.0',
    'y-protocols': '1.0.7',
    yjs: '13.6.33',
  },
  { 'better-sqlite3': '13.2.0' },
);

const hocuspocus: ServerKind = {
  name: 'hocuspocus',
  title: 'Hocuspocus 4.7.0, SQLite',
  install: () => hocuspocusPeer.install(),
  script: hocuspocusPeer.script,
  environment: (port, dataDir) => ({ PORT: String(port), DATABASE: join(dataDir, 'db.sqlite') }),
  dialect: hocuspocusDialect,
  acknowledged: hocuspocusDialect,
  acknowledges: 'memory',
  tellsPlaces: false,
};

/** Every server that can be measured, in the order of the table's columns. */
export const serverKinds: readonly ServerKind[] = [ours, yWebsocket, hocuspocus];
