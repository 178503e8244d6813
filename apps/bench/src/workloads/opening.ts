import { setTimeout } from 'node:timers/promises';

import * as Y from 'yjs';

import { median } from '../measure/latencies.ts';
import { AUTHOR, writePaper, type Paper } from '../measure/paper.ts';
import { read, type Wanted } from '../measure/reader.ts';
import { kilobytes, milliseconds } from '../report/numbers.ts';
import { Person } from '../wire/person.ts';
import { seedAndStop } from './saving.ts';
import { startServer, type Workload } from './workload.ts';

const ROOM = 'paper';
const TIMES = 5;
const EDITS = 100;
const EDITOR = 2_000_000_001;
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
  title: `reconnect of a stock client that lacks ${EDITS} edits of it, bytes received (cold: after a restart)`,
  goal: '≤ 11 KB (≤ 1 KB for our own client)',
  async measure(run) {
    const paper = writePaper(Infinity);
    const edits = editPaper(paper);
    const wanted: Wanted = new Map([[EDITOR, edits.length]]);
    await using server = await startServer(run);
    const dialect = server.kind.dialect(ROOM);
    const writer = await Person.join({ port: server.port, dialect, client: 1 });
    for (const update of [paper.update, ...edits]) writer.send(update);
    await read(server, ROOM, wanted);
    const warm = await read(server, ROOM, wanted, paper);
    writer.cut();
    await seedAndStop(server, [ROOM], []);
    await server.start();
    await setTimeout(REST);
    const cold = await read(server, ROOM, wanted, paper);
    return {
      cell: `${kilobytes(warm.bytes)} warm, ${kilobytes(cold.bytes)} cold`,
      figures: { warm: warm.bytes, cold: cold.bytes },
    };
  },
};

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
