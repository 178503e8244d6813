import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { ResumePoint } from '../src/resume-point.ts';

const made = new Map<number, Uint8Array>();

/** An update that is known by its number. */
function numbered(n: number): Uint8Array {
  const known = made.get(n);
  if (known !== undefined) return known;
  const doc = new Y.Doc();
  doc.clientID = n;
  doc.getText('t').insert(0, 'x');
  const update = Y.encodeStateAsUpdate(doc);
  made.set(n, update);
  return update;
}

const numbersIn = (update: Uint8Array | null): number[] =>
  update === null ? [] : [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).keys()];

type Down =
  | { readonly shown: readonly number[]; readonly isStep2: boolean }
  | { readonly place: number; readonly clean: boolean }
  | { readonly saved: number };
type Up =
  | { readonly said: readonly number[] }
  | { readonly barrier: number; readonly covers: readonly number[] };

interface Line {
  readonly down: Down[];
  readonly up: Up[];
  /** How much of the log was sent. */
  cursor: number;
  readonly waiting: { readonly barrier: number; readonly at: number }[];
}

/** A page with a resume point, and a server that may die; what is said is numbers. */
class Model {
  readonly point = new ResumePoint();
  /** What the page has. */
  readonly page = new Set<number>();
  readonly #unacknowledged = new Map<number, number>();
  #made = 0;
  #barriers = 0;
  readonly #covered = new Map<number, readonly number[]>();
  line: Line | null = null;
  #log: number[] = [];
  /** How much of the log each place is through; the last is how much is on disk. */
  #stored: number[] = [0];
  #taken: number | null = null;
  #next = 1;
  readonly broken: string[] = [];
  resumed = 0;

  readonly acts: Record<string, () => void> = {
    type: () => this.#type(),
    others: () => this.#append([this.#next++], null),
    hear: () => this.#hear(),
    serve: () => this.#serve(),
    deliver: () => this.#deliver(),
    take: () => (this.#taken ??= this.#log.length),
    commit: () => this.#commit(),
    cut: () => (this.line = null),
    connect: () => this.#connect(),
    crash: () => this.#crash(),
  };

  get #onDisk(): number {
    return this.#stored.at(-1) ?? 0;
  }

  #type(): void {
    const n = this.#next++;
    this.#made += 1;
    this.page.add(n);
    this.#unacknowledged.set(n, this.#made);
    this.point.made(numbered(n), this.#made);
    if (this.line !== null) this.#say(this.line, [n]);
  }

  #say(line: Line, said: readonly number[]): void {
    line.up.push({ said });
    this.#barriers += 1;
    this.#covered.set(this.#barriers, [...this.#unacknowledged.keys()]);
    line.up.push({ barrier: this.#barriers, covers: said });
  }

  #connect(): void {
    if (this.line !== null) return;
    const { place } = this.point;
    const line: Line = { down: [], up: [], cursor: this.#log.length, waiting: [] };
    this.line = line;
    if (place === null) {
      this.point.restart(true);
      line.down.push({ shown: [...this.#log], isStep2: true });
      this.#say(line, [...this.page]);
    } else {
      this.#checkPlace(Number(place));
      this.point.resume();
      this.resumed += 1;
      line.down.push({ shown: this.#log.slice(this.#stored[Number(place)]), isStep2: true });
      this.#say(line, numbersIn(this.point.beyond()));
    }
    this.point.said(this.#barriers);
    this.#tellIfClean(line);
  }

  /** The two things that a place promises. */
  #checkPlace(place: number): void {
    const through = this.#log.slice(0, this.#stored[place]);
    if (through.some((n) => !this.page.has(n))) this.broken.push(`lacks what is before ${place}`);
    const safe = new Set([...this.#log.slice(0, this.#onDisk), ...numbersIn(this.point.beyond())]);
    if ([...this.page].some((n) => !safe.has(n))) this.broken.push('would not say all');
  }

  #serve(): void {
    const message = this.line?.up.shift();
    if (message === undefined || this.line === null) return;
    if ('said' in message) this.#append(message.said, this.line);
    else {
      this.line.waiting.push({ barrier: message.barrier, at: this.#log.length });
      this.#acknowledge();
    }
  }

  #append(numbers: readonly number[], from: Line | null): void {
    const news = numbers.filter((n) => !this.#log.includes(n));
    if (from?.cursor === this.#log.length) from.cursor += news.length;
    this.#log.push(...news);
  }

  #deliver(): void {
    const { line } = this;
    if (line === null || line.cursor === this.#log.length) return;
    line.down.push({ shown: this.#log.slice(line.cursor), isStep2: false });
    line.cursor = this.#log.length;
  }

  #commit(): void {
    if (this.#taken === null || this.#taken === this.#onDisk) return;
    this.#stored.push(this.#taken);
    this.#taken = null;
    this.#acknowledge();
    const { line } = this;
    if (line === null || line.cursor < this.#onDisk) return;
    const clean = line.cursor === this.#onDisk;
    line.down.push({ place: this.#stored.length - 1, clean });
  }

  #tellIfClean(line: Line): void {
    if (line.cursor === this.#onDisk) {
      line.down.push({ place: this.#stored.length - 1, clean: true });
    }
  }

  #acknowledge(): void {
    const { line } = this;
    for (const { barrier, at } of line?.waiting.splice(0) ?? []) {
      if (at <= this.#onDisk) line?.down.push({ saved: barrier });
      else line?.waiting.push({ barrier, at });
    }
  }

  #hear(): void {
    const message = this.line?.down.shift();
    if (message === undefined) return;
    if ('shown' in message) {
      for (const n of message.shown) {
        this.page.add(n);
        this.point.shown(numbered(n));
      }
      if (message.isStep2) this.point.synced();
    } else if ('place' in message) this.point.placed(`${message.place}`, message.clean);
    else this.#hearSaved(message.saved);
  }

  #hearSaved(barrier: number): void {
    const done = this.#covered.get(barrier) ?? [];
    const acknowledged = Math.max(0, ...done.map((n) => this.#unacknowledged.get(n) ?? 0));
    for (const [n, position] of this.#unacknowledged) {
      if (position <= acknowledged) this.#unacknowledged.delete(n);
    }
    this.point.saved(barrier, acknowledged);
  }

  #crash(): void {
    this.line = null;
    this.#taken = null;
    this.#log = this.#log.slice(0, this.#onDisk);
  }
}

/** As often as they are here, each may come next. */
const ACTS =
  'type others others hear hear hear hear serve serve serve deliver deliver take take commit commit cut connect connect crash'.split(
    ' ',
  );

test('whoever goes on from a place has all that is before it, and says all that may be lost', () => {
  let resumed = 0;
  const lives = fc.array(fc.constantFrom(...ACTS), { maxLength: 150, size: 'max' });
  fc.assert(
    fc.property(lives, (names) => {
      const model = new Model();
      for (const name of names) model.acts[name]?.();
      resumed += model.resumed;
      expect(model.broken).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
  expect(resumed).toBeGreaterThan(100);
});

test('with too much to say there is no place, until a line has begun with everything', () => {
  const point = new ResumePoint();
  const begin = (): void => {
    point.restart(true);
    point.synced();
    point.said(1);
    point.saved(1, 0);
    point.placed('p', true);
  };
  begin();
  expect(point.place).toBe('p');
  point.made(new Uint8Array(300_000), 1);
  expect([point.place, point.beyond()]).toEqual([null, null]);
  point.placed('q', true);
  expect(point.place).toBeNull();
  begin();
  expect(point.place).toBe('p');
});
