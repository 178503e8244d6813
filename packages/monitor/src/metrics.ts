import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

import type { Gateway } from '@indelible/gateway';
import type { Clock, Rooms } from '@indelible/rooms';

import { pulledInto } from './pulled.ts';

export interface MetricsSources {
  readonly rooms: Rooms;
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly indexing?: (() => IndexingNumbers) | undefined;
}

/** The index of a search, of whoever has one. All but `waiting` are since the start and only grow. */
export interface IndexingNumbers {
  readonly indexed: number;
  /** Documents that could not be read in time or at all, or whose words could not be stored. */
  readonly failed: number;
  /** Documents that are still to be looked at. */
  readonly waiting: number;
}

const PREFIX = 'indelible_';
/** Seconds. An fsync takes from a tenth of a millisecond to, on a bad day, seconds. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Bytes. */
const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/** Everything there is to measure; numbers are read from their sources when Prometheus asks. */
export function createMetrics(sources: MetricsSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addRoomMetrics(registry, sources);
  addGatewayMetrics(registry, sources);
  addAutosaveMetrics(registry, sources);
  addIndexingMetrics(registry, sources);
  return registry;
}

function addRoomMetrics(registry: Registry, { rooms }: MetricsSources): void {
  const { gauge, gauges, counter, counters } = pulledInto(registry, PREFIX);
  gauge('rooms', 'Documents that are open', () => rooms.numbers().rooms);
  gauges('document_bytes', 'Bytes of open documents, with and without people', 'people', () => {
    const { documentBytes, idleBytes } = rooms.numbers();
    return [
      ['some', documentBytes - idleBytes],
      ['none', idleBytes],
    ];
  });
  gauge('sessions', 'Connections that are in a room', () => rooms.numbers().sessions);
  counter('entries_total', 'Updates appended to rooms’ logs', () => rooms.numbers().entries);
  counter(
    'entries_due_total',
    'The same, each counted once for every other session in the room',
    () => rooms.numbers().entriesDue,
  );
  counter(
    'updates_sent_total',
    'Update frames handed to connections; fewer than are due where some were merged',
    () => rooms.numbers().updatesSent,
  );
  gauge(
    'coalescing_ratio',
    'Updates due for each update frame sent, since the start; 1 if nothing is merged',
    () => {
      const { entriesDue, updatesSent } = rooms.numbers();
      return updatesSent === 0 ? 1 : entriesDue / updatesSent;
    },
  );
  counters('compactions_total', 'Documents folded into a snapshot, by outcome', 'outcome', () => {
    const { compactions, compactionsFailed } = rooms.numbers();
    return [
      ['ok', compactions],
      ['failed', compactionsFailed],
    ];
  });
  gauge(
    'quarantined_documents',
    'Open documents that could not be folded and are served from their rows',
    () => rooms.numbers().quarantined,
  );
}

function addGatewayMetrics(registry: Registry, { gateway, rooms }: MetricsSources): void {
  const { gauge, gauges, counter, counters } = pulledInto(registry, PREFIX);
  gauge('connections', 'Open WebSockets and lines over HTTP', () => {
    return gateway.numbers().connections;
  });
  gauge('http_connections', 'Those of them that are over HTTP', () => gateway.numbers().overHttp);
  gauge('slow_connections', 'Connections that are passed over until they have drained', () => {
    return gateway.numbers().slow;
  });
  gauges(
    'queue_bytes',
    'Bytes that wait: to be sent, to be saved, for something they build on',
    'queue',
    () => [
      ['outgoing', gateway.numbers().buffered],
      ['unsaved', rooms.numbers().unsavedBytes],
      ['held', rooms.numbers().heldBytes],
    ],
  );
  counters(
    'limits_total',
    'How often somebody sent more than is taken, by the limit that was reached',
    'limit',
    () => [...rooms.numbers().limits, ...gateway.numbers().limits],
  );
  counter('frames_in_total', 'Frames received', () => gateway.numbers().framesIn);
  counter('bytes_in_total', 'Bytes of frames received', () => gateway.numbers().bytesIn);
  counter('frames_out_total', 'Frames sent', () => gateway.numbers().framesOut);
  counter('bytes_out_total', 'Bytes of frames sent', () => gateway.numbers().bytesOut);
  counters(
    'closes_total',
    'Connections that ended, by close code; 0 is any other',
    'code',
    () => gateway.numbers().closes,
  );
  counters(
    'upgrades_refused_total',
    'Upgrades and lines over HTTP refused, by HTTP status',
    'status',
    () => gateway.numbers().refusals,
  );
}

function addIndexingMetrics(registry: Registry, { indexing }: MetricsSources): void {
  if (indexing === undefined) return;
  const { gauge, counters } = pulledInto(registry, PREFIX);
  counters('indexed_total', 'Documents read for the search, by outcome', 'outcome', () => {
    const { indexed, failed } = indexing();
    return [
      ['ok', indexed],
      ['failed', failed],
    ];
  });
  gauge('indexing_waiting', 'Documents that wait to be read for the search', () => {
    return indexing().waiting;
  });
}

function addAutosaveMetrics(registry: Registry, { rooms, clock }: MetricsSources): void {
  const { gauge } = pulledInto(registry, PREFIX);
  gauge('can_save', '1, or 0 while saving fails', () => (rooms.autosave.isHealthy ? 1 : 0));
  gauge('dirty_documents', 'Documents with changes that are not on disk', () => {
    return rooms.autosave.dirty().length;
  });
  gauge('oldest_unsaved_seconds', 'Age of the oldest change that is not on disk', () => {
    const now = clock.now();
    return rooms.autosave.dirty().reduce((age, { since }) => Math.max(age, now - since), 0) / 1_000;
  });
  const registers = [registry];
  const saves = new Counter({
    name: `${PREFIX}saves_total`,
    help: 'Commits, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  saves.inc({ outcome: 'ok' }, 0);
  saves.inc({ outcome: 'failed' }, 0);
  const durations = new Histogram({
    name: `${PREFIX}commit_duration_seconds`,
    help: 'How long commits that worked took; measured in whole milliseconds',
    buckets: DURATIONS,
    registers,
  });
  const sizes = new Histogram({
    name: `${PREFIX}commit_bytes`,
    help: 'Bytes of all rows of a commit that worked',
    buckets: SIZES,
    registers,
  });
  rooms.autosave.onCommit(({ duration, bytes, error }) => {
    saves.inc({ outcome: error === null ? 'ok' : 'failed' });
    if (error !== null) return;
    durations.observe(duration / 1_000);
    sizes.observe(bytes);
  });
}
