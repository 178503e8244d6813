import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { DeviceStatus } from '../src/device-status.ts';
import { firstFacts, statusOf, type Facts } from '../src/facts.ts';
import { firstLineState, freshRoute, type LineState } from '../src/line-state.ts';
import {
  acknowledge,
  emptyOutbox,
  inherit,
  isUnsafe,
  keep,
  loseLine,
  make,
  nextBarrier,
  reject,
  release,
  send,
  takeAcknowledged,
  type Outbox,
} from '../src/outbox.ts';

type Message = { readonly update: number } | { readonly barrier: number };

const range = (through: number): number[] =>
  Array.from({ length: Math.min(through, 1_000) }, (_, index) => index + 1);

/** This page, this device and a server, as far as numbers of updates go. */
class Model {
  outbox: Outbox = emptyOutbox;
  /** The line; null while there is none. */
  line: { toServer: Message[]; saved: number[]; waiting: number[]; isAnswered: boolean } | null =
    null;
  readonly memory = new Set<number>();
  readonly disk = new Set<number>();
  readonly device = new Set<number>();
  readonly markers = new Map<number, number>();
  readonly broken: string[] = [];
  degraded = false;
  deviceStatus: DeviceStatus = 'keeps';

  isSaved(through: number): boolean {
    return range(through).every((update) => this.disk.has(update));
  }

  connect(): void {
    this.line ??= { toServer: [], saved: [], waiting: [], isAnswered: false };
  }

  lose(): void {
    this.line = null;
    this.outbox = loseLine(this.outbox);
  }

  crash(): void {
    this.lose();
    this.memory.clear();
    for (const update of this.disk) this.memory.add(update);
  }

  keep(): void {
    const through = this.outbox.made;
    const key = this.markers.size + 1;
    for (let update = 1; update <= through; update++) this.device.add(update);
    this.markers.set(key, through);
    this.outbox = keep(this.outbox, through, key);
    this.speak(through);
  }

  failToKeep(): void {
    const through = this.outbox.made;
    this.deviceStatus = 'failing';
    this.outbox = release(this.outbox, through);
    this.speak(through);
  }

  /** As the conversation does: the answer to step 1 or the update, then a barrier. */
  speak(through: number): void {
    if (this.line === null) return;
    const { isAnswered, toServer } = this.line;
    if (!isAnswered && this.outbox.released < this.outbox.made) return;
    const end = isAnswered ? through : this.outbox.made;
    for (let update = isAnswered ? this.outbox.sent + 1 : 1; update <= end; update++) {
      toServer.push({ update });
    }
    this.line.isAnswered = true;
    this.outbox = send(this.outbox, end);
    this.ask();
  }

  ask(): void {
    const next = nextBarrier(this.outbox);
    if (next === null || this.line === null) return;
    this.outbox = next.outbox;
    this.line.toServer.push({ barrier: next.n });
  }

  serve(): void {
    const message = this.line?.toServer.shift();
    if (message === undefined) return;
    if ('update' in message) this.memory.add(message.update);
    else this.line?.waiting.push(message.barrier);
  }

  commit(): void {
    for (const update of this.memory) this.disk.add(update);
    this.line?.saved.push(...this.line.waiting.splice(0));
  }

  hear(): void {
    const n = this.line?.saved.shift();
    if (n === undefined) return;
    const { outbox, keys } = takeAcknowledged(acknowledge(this.outbox, n, n));
    this.outbox = outbox;
    for (const key of keys) {
      // Clearing a marker is a promise of its own: the next visit will believe it.
      if (!this.isSaved(this.markers.get(key) ?? Infinity)) this.broken.push(`marker ${key}`);
    }
    this.ask();
  }

  get facts(): Facts {
    const [route, wayBack] = [freshRoute, null];
    const line: LineState =
      this.line === null
        ? { state: 'waiting', attempt: 1, at: 0, route }
        : { state: 'connected', attempt: 0, since: 0, heard: 0, leaveAt: null, route, wayBack };
    const { outbox, deviceStatus: device, degraded } = this;
    return { ...firstFacts(line, outbox), device, degraded };
  }
}

const acts: Record<string, (model: Model) => void> = {
  make: (model) => (model.outbox = make(model.outbox)),
  keep: (model) => model.keep(),
  failToKeep: (model) => model.failToKeep(),
  mendDevice: (model) => (model.deviceStatus = 'keeps'),
  connect: (model) => model.connect(),
  answer: (model) => model.line?.isAnswered === false && model.speak(0),
  serve: (model) => model.serve(),
  commit: (model) => model.commit(),
  hear: (model) => model.hear(),
  lose: (model) => model.lose(),
  crash: (model) => model.crash(),
  degrade: (model) => (model.degraded = true),
  mend: (model) => (model.degraded = false),
};

const anyLife = fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 120, size: 'max' });

/** @returns the acts after which `holds` did not hold, or a promise of the model's was broken. */
function offences(names: readonly string[], holds: (model: Model) => boolean): string[] {
  const model = new Model();
  const found = names.filter((name) => {
    acts[name]?.(model);
    return !holds(model);
  });
  return [...found, ...model.broken];
}

const saveOf = ({ facts }: Model): string => statusOf(facts).save.state;

test('Saved is never shown, and no marker cleared, while an update is not on the server’s disk', () => {
  const holds = (model: Model): boolean =>
    saveOf(model) !== 'saved' || model.isSaved(model.outbox.made);
  fc.assert(
    fc.property(anyLife, (names) => {
      expect(offences(names, holds)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  expect.hasAssertions();
});

test('closing is called safe only if each update is on this device or on the server’s disk', () => {
  const holds = ({ facts, outbox, disk, device }: Model): boolean =>
    statusOf(facts).unsafeToClose ||
    range(outbox.made).every((update) => disk.has(update) || device.has(update));
  fc.assert(
    fc.property(anyLife, (names) => {
      expect(offences(names, holds)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect.hasAssertions();
});

test('only writing and the server’s SAVED change whether it is Saved', () => {
  fc.assert(
    fc.property(anyLife, (names) => {
      const model = new Model();
      const changes = names.filter((name) => {
        const before = saveOf(model) === 'saved';
        acts[name]?.(model);
        return before !== (saveOf(model) === 'saved');
      });
      expect(changes.filter((name) => name !== 'make' && name !== 'hear')).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect.hasAssertions();
});

test('when all is well again, everything becomes Saved', () => {
  fc.assert(
    fc.property(anyLife, (names) => {
      const model = new Model();
      for (const name of names) acts[name]?.(model);
      model.lose();
      model.connect();
      model.keep();
      for (let i = 0; i < 3; i++) {
        while ((model.line?.toServer.length ?? 0) > 0) model.serve();
        model.commit();
        while ((model.line?.saved.length ?? 0) > 0) model.hear();
      }
      expect(statusOf(model.facts).save.state).toBe('saved');
    }),
  );
});

test('work of an earlier visit counts as kept and unacknowledged', () => {
  const inherited = inherit(emptyOutbox, [7, 8]);
  expect(isUnsafe(inherited)).toBe(false);
  expect(statusOf(firstFacts(firstLineState(0), inherited)).save).toEqual({ state: 'offline' });
  const asked = nextBarrier(send(inherited, inherited.made));
  expect(takeAcknowledged(acknowledge(asked?.outbox ?? inherited, 1, 5)).keys).toEqual([7, 8]);
  expect(inherit(emptyOutbox, [])).toBe(emptyOutbox);
});

test('work of an earlier visit is kept with what is being written when it is found', () => {
  const waiting = inherit(make(emptyOutbox), [7]);
  expect(isUnsafe(waiting)).toBe(true);
  expect(isUnsafe(keep(waiting, waiting.made, 9))).toBe(false);
});

test('what is refused is not acknowledged by a later SAVED, but by one on the next line', () => {
  const sent = nextBarrier(send(make(emptyOutbox), 1))?.outbox ?? emptyOutbox;
  const refused = reject(sent);
  expect(acknowledge(refused, 1, 5).acknowledged).toBe(0);
  const again = nextBarrier(send(loseLine(refused), 1));
  expect(again?.n).toBe(2);
  expect(acknowledge(again?.outbox ?? refused, 2, 5).acknowledged).toBe(1);
});

test('a SAVED of a former line acknowledges nothing', () => {
  const sent = nextBarrier(send(make(emptyOutbox), 1))?.outbox ?? emptyOutbox;
  expect(acknowledge(loseLine(sent), 1, 5).acknowledged).toBe(0);
});
