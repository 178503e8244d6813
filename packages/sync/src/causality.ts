/** A struct at `clock` of one client that builds on something at `onClock` of another. */
interface Need {
  readonly clock: number;
  readonly onClient: number;
  readonly onClock: number;
}

/** What has been followed of the structs of one client. */
interface Thread {
  readonly needs: readonly Need[];
  next: number;
  /** It is waited for at the moment. */
  isOpen: boolean;
}

/**
 * What the structs of one update build on across clients. What was written one after the other has
 * no circles; a circle would stay pending in every `Y.Doc` for ever.
 */
export class Causality {
  readonly #needs = new Map<number, Need[]>();

  /** Needs of one client must come in the order of its clocks. */
  need(client: number, need: Need): void {
    const needs = this.#needs.get(client);
    if (needs === undefined) this.#needs.set(client, [need]);
    else needs.push(need);
  }

  hasCircle(): boolean {
    if (this.#needs.size < 2) return false;
    const threads = new Map<number, Thread>();
    for (const [client, needs] of this.#needs) {
      threads.set(client, { needs, next: 0, isOpen: false });
    }
    for (const thread of threads.values()) {
      if (follow(thread, threads)) return true;
    }
    return false;
  }
}

/**
 * Goes through the needs of a thread, and before each through those of the thread it is on. Each need
 * is passed once. @returns true if that leads back to a thread that waits.
 */
function follow(root: Thread, threads: ReadonlyMap<number, Thread>): boolean {
  const open = [{ thread: root, through: Infinity }];
  root.isOpen = true;
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const need = top.thread.needs[top.thread.next];
    if (need === undefined || need.clock > top.through) {
      top.thread.isOpen = false;
      open.pop();
      continue;
    }
    const on = threads.get(need.onClient);
    if (on === undefined || need.onClock < reached(on)) {
      top.thread.next += 1;
      continue;
    }
    if (on.isOpen) return true;
    on.isOpen = true;
    open.push({ thread: on, through: need.onClock });
  }
  return false;
}

/** Everything before this clock builds on nothing that has not been followed. */
const reached = ({ needs, next }: Thread): number => needs[next]?.clock ?? Infinity;
