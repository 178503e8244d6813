import { setTimeout } from 'node:timers/promises';

import * as Y from 'yjs';

import { median } from '../measure/latencies.ts';
import { AUTHOR, writePaper, type Paper } from '../measure/paper.ts';
import { read, type Wanted } from '../measure/reader.ts';
import { kilobytes, milliseconds } from '../report/numbers.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { comeBack, learnPlace, type Place } from '../wire/own-client.ts';
import { Person } from '../wire/person.ts';
import { seedAndStop } from './saving.ts';
import { startServer, type Workload } from './workload.ts';

const ROOM = 'paper';
const TIMES = 5;
const EDITS = 100;
const EDITOR = 2_000_000_001;
/** Milliseconds between two of them. */
const EDIT_EVERY = 30;
/** Milliseconds for a process to have come to rest after its start. */
const REST = 500;

/** The first to open a long document after a restart. */
export const opening: Workload = {
  name: 'opening',
  title: `open a 311 KB document (a paper, 260,000 keystrokes) after a restart, content complete (bytes; median of ${TIMES})`,
  goal: '≤ 20 ms',
  async measure(run) {
    const paper = writePaper(Infinity);
    await using server = await startServer(run);
    await seedAndStop(server, [ROOM], [paper.update]);
    const took: number[] = [];
    let bytes = 0;
    for (let i = 0; i < TIMES; i++) {
      await server.start();
      await setTimeout(REST);
      const reading = await read(server, ROOM, new Map([[AUTHOR, paper.clocks]]));
      took.push(reading.took);
      bytes = reading.bytes;
      await server.stop();
    }
    const middle = median(took);
    return {
      cell: `${milliseconds(middle)} (${kilobytes(bytes)})`,
      figures: { median: middle, worst: Math.max(...took), bytes, document: paper.update.length },
    };
  },
};

/** Somebody who has nearly everything comes back. */
export const catchingUp: Workload = {
  name: 'catching-up',
  title: `reconnect of a client that lacks ${EDITS} edits of it, bytes received (cold: after a restart)`,
  goal: '≤ 1 KB (own client), ≤ 11 KB (stock)',
  async measure(run) {
    const paper = writePaper(Infinity);
    const edits = editPaper(paper);
    const wanted: Wanted = new Map([[EDITOR, edits.length]]);
    await using server = await startServer(run);
    const dialect = server.kind.dialect(ROOM);
    const writer = await Person.join({ port: server.port, dialect, client: 1 });
    writer.send(paper.update);
    await read(server, ROOM, new Map([[AUTHOR, paper.clocks]]));
    const place = server.kind.tellsPlaces ? await learnPlace(server.port, ROOM, paper) : null;
    for (const edit of edits) {
      writer.send(edit);
      // Slowly enough for many commits.
      await setTimeout(EDIT_EVERY);
    }
    await read(server, ROOM, wanted);
    const warm = await comeBackBoth(server, wanted, paper, place);
    writer.cut();
    await seedAndStop(server, [ROOM], []);
    await server.start();
    await setTimeout(REST);
    const cold = await comeBackBoth(server, wanted, paper, place);
    const stock = `${kilobytes(warm.stock)} warm, ${kilobytes(cold.stock)} cold`;
    const figures = { warm: warm.stock, cold: cold.stock };
    if (warm.own === null || cold.own === null) return { cell: stock, figures };
    return {
      cell: `own client ${kilobytes(warm.own)} warm, ${kilobytes(cold.own)} cold; stock ${stock}`,
      figures: { ...figures, ownWarm: warm.own, ownCold: cold.own },
    };
  },
};

/** Bytes that are received by a stock client and by our own, if the server has told it a place. */
async function comeBackBoth(
  server: RunningServer,
  wanted: Wanted,
  paper: Paper,
  place: Place | null,
): Promise<{ readonly stock: number; readonly own: number | null }> {
  const { bytes: stock } = await read(server, ROOM, wanted, paper);
  return { stock, own: place && (await comeBack(server.port, ROOM, place)) };
}

/** Letters typed in the middle of the paper by somebody else. */
function editPaper({ update }: Paper): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  doc.clientID = EDITOR;
  const edits: Uint8Array[] = [];
  doc.on('update', (edit: Uint8Array) => edits.push(edit));
  const text = doc.getText('paper-0');
  const middle = Math.floor(text.length / 2);
  for (let i = 0; i < EDITS; i++) text.insert(middle + i, 'x');
  return edits;
}
