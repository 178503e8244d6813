import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Agent = 0 | 1;

/** One change of a recorded session of two people. */
export interface Change {
  readonly agent: Agent;
  /** Its number among the agent's own changes, from 1. */
  readonly number: number;
  /** It was made when exactly so many of the other's changes had arrived. */
  readonly knows: number;
  /** Some change of the other's was made when this was the last that had arrived. */
  readonly isKnownLast: boolean;
  /** Positions and lengths count Unicode characters. */
  readonly patches: readonly Patch[];
}

export type Patch = readonly [position: number, deleted: number, inserted: string];

export interface Trace {
  /** In an order in which no change comes before what it builds on. */
  readonly changes: readonly Change[];
  readonly endContent: string;
  /** True if there are characters outside of the plane in which one character is one code unit. */
  readonly isWide: boolean;
}

interface RawTrace {
  readonly txns: readonly {
    readonly parents: readonly number[];
    readonly agent: Agent;
    readonly patches: readonly Patch[];
  }[];
  readonly endContent: string;
}

const SURROGATE = /[\ud800-\udfff]/;

const otherOf = (agent: Agent): Agent => (agent === 0 ? 1 : 0);

/**
 * Reads a trace of two agents from a gzipped file.
 *
 * @throws if an agent is ever said not to know a change of its own, or to have forgotten one.
 */
export function readTrace(file: URL): Trace {
  const raw = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as RawTrace;
  const changes = order(raw);
  const inserts = raw.txns.flatMap(({ patches }) => patches.map(([, , inserted]) => inserted));
  return { changes, endContent: raw.endContent, isWide: inserts.some((s) => SURROGATE.test(s)) };
}

/** Turns the graph of parents into "how many of the other's changes were known". */
function order({ txns }: RawTrace): Change[] {
  const made: [number, number] = [0, 0];
  const knownLast: [Set<number>, Set<number>] = [new Set(), new Set()];
  const versions: (readonly [number, number])[] = [];
  const counted = txns.map(({ agent, parents, patches }) => {
    const version = parents.reduce<[number, number]>(
      ([a, b], parent) => {
        const [x = 0, y = 0] = versions[parent] ?? [];
        return [Math.max(a, x), Math.max(b, y)];
      },
      [0, 0],
    );
    const other = otherOf(agent);
    if (version[agent] !== made[agent]) throw new Error('a change that does not know its own past');
    version[agent] = made[agent] += 1;
    versions.push(version);
    knownLast[other].add(version[other]);
    return { agent, number: version[agent], knows: version[other], patches };
  });
  return counted.map((change) => ({
    ...change,
    isKnownLast: knownLast[change.agent].has(change.number),
  }));
}

/** Where the n-th Unicode character of a text begins, in UTF-16 code units. */
export function codeUnit(text: string, characters: number): number {
  let unit = 0;
  for (let n = 0; n < characters && unit < text.length; n++) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return unit;
}
