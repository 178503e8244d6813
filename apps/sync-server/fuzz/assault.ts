import { isDeepStrictEqual } from 'node:util';

import { FRAMES_PER_SEED, readRoom, runSeed, type Kept } from './run-seed.ts';
import { Target } from './target.ts';
import { readTraffic, type Traffic } from './traffic.ts';

/** Seeds at once. */
const LANES = 6;

export interface AssaultOptions {
  readonly frames: number;
  readonly firstSeed: number;
  /** Called with the number of seeds that are done. */
  readonly onSeed?: (done: number) => void;
}

export interface AssaultReport {
  readonly frames: number;
  readonly seeds: number;
  /** How often the attackers were thrown out, by close code. */
  readonly closes: ReadonlyMap<number, number>;
  /** Megabytes: the most that the server's process ever had. Null where the system does not say. */
  readonly peak: number | null;
  readonly failure: Failure | null;
}

export interface Failure {
  readonly seed: number;
  readonly reason: string;
}

/**
 * Lets hostile frames loose on a server process of its own, until there were enough or something broke.
 * In the end the server is stopped, which folds every document, and started again: each room must
 * still be what it was.
 */
export async function assault(options: AssaultOptions): Promise<AssaultReport> {
  await using target = await Target.start();
  const run = new Assault(target, options);
  await Promise.all(Array.from({ length: LANES }, () => run.lane()));
  const peak = target.peak();
  const failure = run.failure ?? (await checkAfterRestart(target, run.rooms));
  const report = { frames: run.frames, seeds: run.rooms.size, closes: run.closes, peak };
  if (!run.hasCrashed || run.underWay.length < 2) return { ...report, failure };
  return { ...report, failure: (await findCulprit(run.underWay)) ?? failure };
}

class Assault {
  readonly closes = new Map<number, number>();
  readonly rooms = new Map<number, Kept>();
  frames = 0;
  failure: Failure | null = null;
  hasCrashed = false;
  /** The seeds that were at work when something broke. */
  underWay: readonly number[] = [];
  readonly #target: Target;
  readonly #options: AssaultOptions;
  readonly #traffic: Traffic = readTraffic();
  readonly #atWork = new Set<number>();
  readonly #end: number;
  #next: number;

  constructor(target: Target, options: AssaultOptions) {
    this.#target = target;
    this.#options = options;
    this.#next = options.firstSeed;
    this.#end = options.firstSeed + Math.max(1, Math.ceil(options.frames / FRAMES_PER_SEED));
  }

  /** Runs one seed after the other. */
  async lane(): Promise<void> {
    while (this.failure === null && this.#next < this.#end) {
      const seed = this.#next++;
      this.#atWork.add(seed);
      try {
        await this.#run(seed);
      } catch (error) {
        await this.#fail(seed, error);
      }
      this.#atWork.delete(seed);
    }
  }

  async #run(seed: number): Promise<void> {
    const { frames, closes, kept } = await runSeed(this.#target.url, seed, this.#traffic);
    this.frames += frames;
    this.rooms.set(seed, kept);
    for (const [code, count] of closes) {
      this.closes.set(code, (this.closes.get(code) ?? 0) + count);
    }
    this.#options.onSeed?.(this.rooms.size);
  }

  async #fail(seed: number, error: unknown): Promise<void> {
    if (this.failure !== null) return;
    this.underWay = [...this.#atWork];
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.failure = { seed, reason };
    const crash = await this.#target.crash();
    if (crash === null) return;
    this.hasCrashed = true;
    this.failure = { seed, reason: crash };
  }
}

async function checkAfterRestart(
  target: Target,
  rooms: ReadonlyMap<number, Kept>,
): Promise<Failure | null> {
  await target.stop();
  await target.start();
  for (const [seed, before] of rooms) {
    const after = await readRoom(target.url, seed).catch((error: unknown) => error);
    if (!isDeepStrictEqual(before, after)) {
      return { seed, reason: `after a restart its room is another; ${target.said}` };
    }
  }
  const [, seed] = /"fuzz-(\d+)"/.exec(target.said) ?? [];
  return target.said === '' ? null : { seed: Number(seed ?? 0), reason: target.said };
}

/** When the server is gone, any of those that were at work may have been it. */
async function findCulprit(seeds: readonly number[]): Promise<Failure | null> {
  for (const firstSeed of seeds) {
    const { failure } = await assault({ frames: FRAMES_PER_SEED, firstSeed });
    if (failure !== null) return failure;
  }
  return null;
}
