import { scanUpdate } from '@indelible/sync';

/** Which structs and deletions some updates contain, one by one: slow, plain, and none of the room's code. */
export class Coverage {
  readonly structs = new Map<number, Set<number>>();
  readonly #deletes = new Map<number, Set<number>>();

  add(update: Uint8Array): void {
    const { structs, deletes } = scanUpdate(update);
    for (const run of structs) addRun(this.structs, run);
    for (const run of deletes) addRun(this.#deletes, run);
  }

  /** The first thing in an update that is not covered, or null. */
  lacks(update: Uint8Array): string | null {
    const { structs, deletes } = scanUpdate(update);
    for (const run of structs) {
      const clock = missing(this.structs, run);
      if (clock !== null) return `struct ${run.client}:${clock}`;
    }
    for (const run of deletes) {
      const clock = missing(this.#deletes, run);
      if (clock !== null) return `deletion of ${run.client}:${clock}`;
    }
    return null;
  }

  /** A struct that a state vector lacks, or null. */
  beyond(vector: ReadonlyMap<number, number>): string | null {
    for (const [client, clocks] of this.structs) {
      if ((vector.get(client) ?? 0) < clocks.size) return `struct ${client}:${clocks.size - 1}`;
    }
    return null;
  }
}

interface Run {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

function addRun(to: Map<number, Set<number>>, { client, clock, length }: Run): void {
  const clocks = to.get(client) ?? new Set();
  to.set(client, clocks);
  for (let i = clock; i < clock + length; i++) clocks.add(i);
}

function missing(from: Map<number, Set<number>>, { client, clock, length }: Run): number | null {
  const clocks = from.get(client);
  for (let i = clock; i < clock + length; i++) if (!clocks?.has(i)) return i;
  return null;
}
