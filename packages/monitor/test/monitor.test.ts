import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

import { defaultGatewaySettings, Gateway } from '@indelible/gateway';
import { parseRoomName } from '@indelible/protocol';
import {
  defaultRoomsSettings,
  Rooms,
  systemClock,
  type Clock,
  type RoomsSettings,
} from '@indelible/rooms';
import { createMemoryStore, type MemoryStore } from '@indelible/store';

import { MOST_IDS } from '../src/autosave-record.ts';
import type { AutosaveReport } from '../src/autosave-report.ts';
import { AUTOSAVE_PATH, METRICS_PATH, Monitor, type MonitorOptions } from '../src/monitor.ts';

const TOKEN = 'a token nobody can guess';

interface Server {
  readonly url: string;
  readonly store: MemoryStore;
  readonly monitor: Monitor;
  open(room: string): WebsocketProvider;
  metrics(): Promise<ReadonlyMap<string, number>>;
  autosave(): Promise<AutosaveReport>;
}

interface ServerOptions {
  readonly adminToken?: string;
  readonly showsIds?: boolean;
  readonly clock?: Clock;
  readonly indexing?: NonNullable<MonitorOptions['indexing']>;
  readonly settings?: Partial<RoomsSettings>;
}

/** Rooms and a gateway on a real port, with a monitor that watches them. */
async function serve({
  showsIds = true,
  settings,
  ...options
}: ServerOptions = {}): Promise<Server> {
  const silent = (): void => {};
  const logger = { info: silent, warn: silent, error: silent };
  const store = createMemoryStore();
  const rooms = new Rooms({
    log: store.log,
    logger,
    settings: { ...defaultRoomsSettings, ...settings },
  });
  const gateway = new Gateway({
    rooms,
    logger,
    settings: { ...defaultGatewaySettings, maxFrame: 1_000_000, closeTimeout: 500 },
    admit: ({ path }) => {
      const document = parseRoomName(path);
      if (document === null) return { type: 'status', status: 404 };
      return { type: 'admit', document, role: 'writer', author: '' };
    },
  });
  const monitor = new Monitor({ rooms, gateway, showsIds, ...options });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => void gateway.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const providers: WebsocketProvider[] = [];
  onTestFinished(async () => {
    for (const provider of providers) provider.destroy();
    await rooms.drain(0).catch(silent);
    await gateway[Symbol.asyncDispose]();
    server.close();
  });
  const body = async (path: string): Promise<string> => {
    return (await monitor.answer(path, undefined))?.body ?? '';
  };
  return {
    url,
    store,
    monitor,
    open: (room) => {
      const provider = new WebsocketProvider(url, room, new Y.Doc(), {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      providers.push(provider);
      return provider;
    },
    metrics: async () => readMetrics(await body(METRICS_PATH)),
    autosave: async () => JSON.parse(await body(AUTOSAVE_PATH)) as AutosaveReport,
  };
}

/** Every sample by its name and labels. */
function readMetrics(text: string): ReadonlyMap<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at).replace('indelible_', ''), Number(line.slice(at + 1))];
    }),
  );
}

describe('the metrics', () => {
  it('say what goes through the rooms and over the lines', async () => {
    const server = await serve();
    const [ada, bo] = [server.open('room'), server.open('room')];
    await vi.waitFor(() => expect(ada.synced && bo.synced).toBe(true));
    ada.doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => {
      expect(bo.doc.getText('text').toJSON()).toBe('a');
      expect((await server.metrics()).get('saves_total{outcome="ok"}')).toBe(1);
    });
    const metrics = await server.metrics();
    const expected = {
      rooms: 1,
      sessions: 2,
      connections: 2,
      http_connections: 0,
      slow_connections: 0,
      entries_total: 1,
      entries_due_total: 1,
      updates_sent_total: 1,
      coalescing_ratio: 1,
      can_save: 1,
      dirty_documents: 0,
      oldest_unsaved_seconds: 0,
      'saves_total{outcome="failed"}': 0,
      'compactions_total{outcome="ok"}': 0,
      quarantined_documents: 0,
      commit_duration_seconds_count: 1,
      commit_bytes_count: 1,
      'queue_bytes{queue="unsaved"}': 0,
    };
    expect(Object.fromEntries(metrics)).toMatchObject(expected);
    for (const name of ['frames_in_total', 'bytes_in_total', 'frames_out_total', 'bytes_out_total'])
      expect(metrics.get(name)).toBeGreaterThan(0);
    expect(metrics.get('commit_bytes_sum')).toBe(Y.encodeStateAsUpdate(ada.doc).length);
    expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('say how lines ended, and count what a client makes up as one', async () => {
    const server = await serve();
    const end = async (act: (socket: WebSocket) => void): Promise<void> => {
      const socket = new WebSocket(`${server.url}/room`);
      socket.on('error', () => {});
      await once(socket, 'open');
      act(socket);
      await once(socket, 'close');
    };
    await end((socket) => socket.send(Buffer.from([99])));
    await end((socket) => socket.send(Buffer.alloc(1_000_001)));
    await end((socket) => socket.close(1000));
    await end((socket) => socket.close(3001));
    await end((socket) => socket.close(4999));
    await end((socket) => socket.terminate());
    const refused = new WebSocket(`${server.url}/`);
    refused.on('error', () => {});
    await once(refused, 'unexpected-response');
    refused.terminate();
    await vi.waitFor(async () => {
      expect(Object.fromEntries(await server.metrics())).toMatchObject({
        'closes_total{code="4400"}': 1,
        'closes_total{code="1009"}': 1,
        'closes_total{code="1000"}': 1,
        'closes_total{code="0"}': 2,
        'closes_total{code="1006"}': 1,
        'upgrades_refused_total{status="404"}': 1,
      });
    });
  });

  it('say for how long something has not been saved while saving fails', async () => {
    let lead = 0;
    const clock: Clock = { ...systemClock, now: () => systemClock.now() + lead };
    const server = await serve({ clock });
    const ada = server.open('room');
    await vi.waitFor(() => expect(ada.synced).toBe(true));
    server.store.faults.fail('append', { code: 'full' });
    ada.doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => expect((await server.metrics()).get('can_save')).toBe(0));
    lead = 3_600_000;
    const metrics = await server.metrics();
    expect(metrics.get('dirty_documents')).toBe(1);
    expect(metrics.get('oldest_unsaved_seconds')).toBeGreaterThanOrEqual(3_600);
    expect(metrics.get('saves_total{outcome="failed"}')).toBeGreaterThan(0);
    expect(metrics.get('queue_bytes{queue="unsaved"}')).toBeGreaterThan(0);
  });
});

describe('the metrics of what happens when it is quiet', () => {
  it('say that a document could not be folded', async () => {
    const server = await serve({ settings: { settleRows: 1, compactTimeout: 0 } });
    const ada = server.open('room');
    await vi.waitFor(() => expect(ada.synced).toBe(true));
    ada.doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => {
      const metrics = await server.metrics();
      expect(metrics.get('compactions_total{outcome="failed"}')).toBe(1);
      expect(metrics.get('quarantined_documents')).toBe(1);
    }, 10_000);
  });

  it('say how the search’s index comes along, where there is one', async () => {
    const indexing = () => ({ indexed: 3, failed: 2, waiting: 1 });
    const metrics = await (await serve({ indexing })).metrics();
    expect(metrics.get('indexed_total{outcome="ok"}')).toBe(3);
    expect(metrics.get('indexed_total{outcome="failed"}')).toBe(2);
    expect(metrics.get('indexing_waiting')).toBe(1);
    expect((await (await serve()).metrics()).has('indexing_waiting')).toBe(false);
  });
});

describe('the view of the autosave', () => {
  it('is empty before the first change', async () => {
    const server = await serve();
    expect(await server.autosave()).toEqual({
      running: true,
      healthy: true,
      interval: { debounceMs: 100, maxWaitMs: 500 },
      totals: { saves: 0, failures: 0, updates: 0, bytes: 0 },
      averageMs: null,
      successRate: null,
      recentSaves: [],
      recentErrors: [],
      dirty: { count: 0, oldestMs: null, ids: [] },
    });
  });

  it('tells of saves, of errors and of what is waiting', async () => {
    const server = await serve();
    const ada = server.open('first');
    await vi.waitFor(() => expect(ada.synced).toBe(true));
    ada.doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => expect((await server.autosave()).totals.saves).toBe(1));
    const bo = server.open('second');
    await vi.waitFor(() => expect(bo.synced).toBe(true));
    server.store.faults.fail('append', { code: 'full' });
    bo.doc.getText('text').insert(0, 'b');
    await vi.waitFor(async () => expect((await server.autosave()).healthy).toBe(false));
    const report = await server.autosave();
    const { bytes } = report.totals;
    expect(report.totals).toMatchObject({ saves: 1, updates: 1 });
    expect(report.recentSaves).toMatchObject([{ documents: 1, updates: 1, rows: 1, bytes }]);
    expect(report.recentErrors[0]).toMatchObject({ documents: 1 });
    expect(report.recentErrors[0]?.error).not.toBe('');
    expect(report.successRate).toBe(1 / (1 + report.totals.failures));
    expect(report.dirty).toMatchObject({ count: 1, ids: ['second'] });
    server.store.faults.heal('append');
    await vi.waitFor(async () => expect((await server.autosave()).dirty.count).toBe(0), 10_000);
  });

  it('names only so many, the oldest first', async () => {
    const server = await serve();
    const writer = server.open('room');
    await vi.waitFor(() => expect(writer.synced).toBe(true));
    server.store.faults.fail('append', { code: 'full' });
    writer.doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => expect((await server.autosave()).dirty.count).toBe(1));
    const providers = Array.from({ length: MOST_IDS + 5 }, (_, i) => server.open(`room ${i}`));
    for (const { doc } of providers) doc.getText('text').insert(0, 'a');
    await vi.waitFor(async () => {
      expect((await server.autosave()).dirty.count).toBe(MOST_IDS + 6);
    }, 20_000);
    const { dirty } = await server.autosave();
    expect(dirty.ids).toHaveLength(MOST_IDS);
    expect(dirty.ids?.[0]).toBe('room');
  });

  it('names no documents to those who may not know them', async () => {
    const server = await serve({ showsIds: false });
    expect((await server.autosave()).dirty.ids).toBeNull();
  });
});

it('with a token, those without it are told nothing', async () => {
  const { monitor } = await serve({ adminToken: TOKEN });
  for (const path of [METRICS_PATH, AUTOSAVE_PATH]) {
    for (const header of [undefined, '', TOKEN, 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
      expect((await monitor.answer(path, header))?.status).toBe(401);
    expect((await monitor.answer(path, `Bearer ${TOKEN}`))?.status).toBe(200);
  }
  expect(await monitor.answer('/elsewhere', `Bearer ${TOKEN}`)).toBeNull();
});
