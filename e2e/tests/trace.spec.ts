import { expect, test } from '@playwright/test';
import type * as Y from 'yjs';

import { HeldLine } from '../src/held-line.ts';
import { ServerProcess } from '../src/server-process.ts';
import { StockClient, within } from '../src/stock-client.ts';
import { codeUnit, readTrace, type Agent, type Change, type Trace } from '../src/trace.ts';

const trace = readTrace(new URL('../data/friendsforever.json.gz', import.meta.url));
const ROOM = 'friends';

/** How far an agent has come, as it says in the document itself, in the same update as the change. */
const progressOf =
  (agent: Agent) =>
  (doc: Y.Doc): number =>
    Number(doc.getMap('progress').get(String(agent)) ?? 0);

interface Writer extends Disposable {
  readonly agent: Agent;
  readonly client: StockClient;
  /** Brings what the other one does. */
  readonly line: HeldLine;
  /** How many of the other's changes have been let through. */
  knows: number;
  /** Until this is done, what it does next would travel in the same message as what it did last. */
  sent: Promise<void>;
}

async function join(server: ServerProcess, agent: Agent): Promise<Writer> {
  const line = new HeldLine(progressOf(agent === 0 ? 1 : 0));
  // In one place both wrote at once; Yjs puts first what has the smaller id, and so did the recording.
  const clientId = agent + 1;
  const options = { socket: line.socket, clientId };
  const client = await new StockClient(server.syncUrl, ROOM, options).synced();
  line.hold(client.doc);
  const leave = (): void => {
    client[Symbol.dispose]();
    line[Symbol.dispose]();
  };
  return { agent, client, line, knows: 0, sent: Promise.resolve(), [Symbol.dispose]: leave };
}

/** Makes a change as it was made: by somebody who has just what its parents had. */
async function make(change: Change, me: Writer, other: Writer): Promise<void> {
  await me.sent;
  if (me.knows !== change.knows) {
    await within(`change ${change.knows} at ${me.agent}`, me.line.arrived(change.knows));
    me.line.release(change.knows);
    me.knows = change.knows;
  }
  const { doc, text } = me.client;
  doc.transact(() => {
    for (const [position, deleted, inserted] of change.patches) {
      const content = trace.isWide ? text.toString() : '';
      const unit = (characters: number): number =>
        trace.isWide ? codeUnit(content, characters) : characters;
      const start = unit(position);
      if (deleted > 0) text.delete(start, unit(position + deleted) - start);
      if (inserted !== '') text.insert(start, inserted);
    }
    if (change.isKnownLast) doc.getMap('progress').set(String(me.agent), change.number);
  });
  if (change.isKnownLast) {
    me.sent = within(
      `change ${change.number} at ${other.agent}`,
      other.line.arrived(change.number),
    );
    // It is awaited by whoever comes first, and may have failed before that.
    me.sent.catch(() => {});
  }
}

async function replay({ changes }: Trace, writers: readonly [Writer, Writer]): Promise<void> {
  for (const change of changes) {
    const other = change.agent === 0 ? 1 : 0;
    await make(change, writers[change.agent], writers[other]);
  }
  for (const { line } of writers) line.letGo();
}

const ends = (doc: Y.Doc): boolean => doc.getText('text').toString() === trace.endContent;

test('a recorded session of two people ends in its text for both, and for a reader after a restart', async () => {
  test.setTimeout(180_000);
  await using server = await ServerProcess.start('sync-server');
  using ada = await join(server, 0);
  using bo = await join(server, 1);

  await replay(trace, [ada, bo]);

  await ada.client.until('the end at the first writer', ends);
  await bo.client.until('the end at the second writer', ends);
  {
    using reader = new StockClient(server.syncUrl, ROOM);
    await reader.until('the end at a reader', ends);
  }

  expect((await server.stop()).exitCode).toBe(0);
  ada[Symbol.dispose]();
  bo[Symbol.dispose]();
  await server.start();
  using late = new StockClient(server.syncUrl, ROOM);
  await late.synced();
  expect(late.text.toString()).toBe(trace.endContent);
});

test('the recorded session really is of two people at once', () => {
  const made = [0, 0];
  const crossing = trace.changes.filter(({ agent, number, knows }) => {
    made[agent] = number;
    return knows < (made[1 - agent] ?? 0);
  });
  expect(trace.changes.length).toBe(26_078);
  expect(crossing.length).toBeGreaterThan(1_000);
});

test('positions in characters become positions in code units', () => {
  expect(codeUnit('abc', 2)).toBe(2);
  expect(codeUnit('a😀c', 2)).toBe(3);
  expect(codeUnit('😀😀', 9)).toBe(4);
});
