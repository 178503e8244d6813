import { encodePresence, goneEntry, isGone, type PresenceEntry } from '@indelible/protocol';

interface Present {
  readonly clock: number;
  readonly state: Uint8Array;
}

/** How many of those who left are remembered, for the case that they come back. */
const MAX_DEPARTED = 256;

/** Who is in a room, as the bytes they sent. The last state of each client wins; nothing is parsed. */
export class PresenceTable {
  readonly #present = new Map<number, Present>();
  /** The last clocks of clients that left, oldest first. */
  readonly #departed = new Map<number, number>();
  readonly #changed = new Map<number, PresenceEntry>();

  /** True if a change is waiting to be sent. */
  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Takes an entry unless it is older than what is known.
   *
   * @returns `stale` for a client that came back with a clock at which the others saw it leave: they
   *   would ignore it. See `farewell`.
   */
  set(entry: PresenceEntry): 'taken' | 'known' | 'stale' {
    const clock = this.#present.get(entry.client)?.clock;
    if (isGone(entry)) {
      if (clock === undefined || entry.clock < clock) return 'known';
      this.#present.delete(entry.client);
      this.#depart(entry);
      this.#changed.set(entry.client, copy(entry));
      return 'taken';
    }
    if (clock !== undefined && entry.clock <= clock) return 'known';
    if ((this.#departed.get(entry.client) ?? -1) >= entry.clock) return 'stale';
    this.#departed.delete(entry.client);
    const kept = copy(entry);
    this.#present.set(entry.client, kept);
    this.#changed.set(entry.client, kept);
    return 'taken';
  }

  /** Takes a client away on its behalf. */
  remove(client: number): void {
    const known = this.#present.get(client);
    if (known !== undefined) this.set(goneEntry(client, known.clock));
  }

  /**
   * What to tell a client that is `stale`: that it is gone. y-protocols never lets others remove a
   * client's own state; it answers by announcing itself with a later clock.
   */
  farewell(client: number): Uint8Array {
    return encodePresence([goneEntry(client, this.#departed.get(client) ?? 0)]);
  }

  /** Everybody, as one awareness update; null if nobody is there. */
  all(): Uint8Array | null {
    if (this.#present.size === 0) return null;
    return encodePresence(
      Array.from(this.#present, ([client, { clock, state }]) => ({ client, clock, state })),
    );
  }

  /** What changed since the last call, as one awareness update; null if nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null;
    const entries = Array.from(this.#changed.values());
    this.#changed.clear();
    return encodePresence(entries);
  }

  #depart({ client, clock }: PresenceEntry): void {
    this.#departed.delete(client);
    this.#departed.set(client, clock);
    if (this.#departed.size <= MAX_DEPARTED) return;
    const oldest = this.#departed.keys().next();
    if (oldest.done !== true) this.#departed.delete(oldest.value);
  }
}

/** Entries are views into the frame they came in. */
const copy = (entry: PresenceEntry): PresenceEntry => ({ ...entry, state: entry.state.slice() });
