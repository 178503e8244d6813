import { setTimeout } from 'node:timers/promises';

import { FsyncCounter } from '../measure/fsyncs.ts';
import { writePaper } from '../measure/paper.ts';
import { kilobytes } from '../report/numbers.ts';
import { Person } from '../wire/person.ts';
import { startServer, type Run, type Workload } from './workload.ts';

const DOCUMENTS = 20;
/** Edits a second in each. */
const RATE = 5;
const WARM_UP = 5;
const SIZES = [0, 100_000] as const;

interface Written {
  /** Both for 1000 edits. */
  readonly fsyncs: number;
  readonly bytes: number;
}

/** What typing costs the disk. */
export const disk: Workload = {
  name: 'disk',
  title: `fsyncs / KB written per 1000 edits, ${DOCUMENTS} documents × ${RATE} edits/s, new documents (100 KB documents)`,
  goal: '≤ 25 / ≤ 150, the same for both sizes',
  async measure(run) {
    const figures: Record<string, number> = {};
    const cells: string[] = [];
    for (const size of SIZES) {
      const { fsyncs, bytes } = await writeInto(run, size);
      figures[`fsyncs at ${size}`] = fsyncs;
      figures[`bytes at ${size}`] = bytes;
      cells.push(`${Number.isNaN(fsyncs) ? '?' : Math.round(fsyncs)} / ${kilobytes(bytes)}`);
    }
    return { cell: `${cells[0]} (${cells[1]})`, figures };
  },
};

async function writeInto(run: Run, size: number): Promise<Written> {
  using fsyncs = new FsyncCounter();
  await using server = await startServer(run, { under: fsyncs.command });
  const people: Person[] = [];
  for (let n = 0; n < DOCUMENTS; n++) {
    const dialect = server.kind.dialect(`document-${n}`);
    people.push(await Person.join({ port: server.port, dialect, client: 3_000_000_000 + n }));
  }
  if (size > 0) {
    const { update } = writePaper(size);
    for (const person of people) person.send(update);
  }
  await type(people, WARM_UP);
  const before = { bytes: server.figures().written, fsyncs: fsyncs.count };
  const edits = await type(people, run.seconds);
  const after = { bytes: server.figures().written, fsyncs: fsyncs.count };
  for (const person of people) person.cut();
  return {
    fsyncs: ((after.fsyncs - before.fsyncs) / edits) * 1000,
    bytes: ((after.bytes - before.bytes) / edits) * 1000,
  };
}

/** One after the other, evenly spread. @returns how many letters. */
async function type(people: readonly Person[], seconds: number): Promise<number> {
  const began = performance.now();
  const total = people.length * RATE * seconds;
  for (let typed = 0; typed < total; typed++) {
    const due = began + (typed * 1000) / (people.length * RATE);
    if (due > performance.now()) await setTimeout(due - performance.now());
    people[typed % people.length]?.type();
  }
  return total;
}
