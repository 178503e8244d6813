import { encodePresence, goneEntry, isGone, type PresenceEntry } from '@indelible/protocol';

/** How many of those who left are remembered, for the case that they come back. */
const MAX_DEPARTED = 256;

/** Bytes of an entry without its state: a client id, a clock and a length. */
const ENTRY_HEAD = 10;

/** Who is in a room, as the bytes they sent. The last state of each client wins. */
export class PresenceTable {
  readonly #present = new Map<number, PresenceEntry>();
  /** The last clocks of clients that left, oldest first. */
  readonly #departed = new Map<number, number>();
  readonly #changed = new Map<number, PresenceEntry>();

  /** True if a change is waiting to be sent. */
  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Says what `set` would do with an entry.
   *
   * @returns `stale` for a client that came back with a clock at which the others saw it leave: they
   *   would ignore it. See `farewell`.
   */
  judge(entry: PresenceEntry): 'news' | 'known' | 'stale' {
    const clock = this.#present.get(entry.client)?.clock;
    if (isGone(entry)) return clock === undefined || entry.clock < clock ? 'known' : 'news';
    if (clock !== undefined) return entry.clock > clock ? 'news' : 'known';
    return (this.#departed.get(entry.client) ?? -1) >= entry.clock ? 'stale' : 'news';
  }

  /** Takes an entry if it is news. */
  set(entry: PresenceEntry): void {
    if (this.judge(entry) !== 'news') return;
    // Entries are views into the frame they came in.
    const kept = { ...entry, state: entry.state.slice() };
    this.#changed.set(entry.client, kept);
    if (isGone(entry)) {
      this.#present.delete(entry.client);
      this.#depart(entry);
    } else {
      this.#departed.delete(entry.client);
      this.#present.set(entry.client, kept);
    }
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
    return encodeSome([...this.#present.values()]);
  }

  /** Everybody, and who has left lately, as one awareness update; null if that is nobody. */
  allAndDeparted(): Uint8Array | null {
    const gone = Array.from(this.#departed, ([client, clock]) => goneEntry(client, clock));
    return encodeSome([...this.#present.values(), ...gone]);
  }

  /**
   * Some of what changed and was not taken yet, longest waiting first, as one awareness update; null if
   * nothing did.
   *
   * @param maxBytes more is left for the next time; one change is always taken.
   */
  takeChanges(maxBytes: number): Uint8Array | null {
    const taken: PresenceEntry[] = [];
    let bytes = 0;
    for (const entry of this.#changed.values()) {
      bytes += entry.state.length + ENTRY_HEAD;
      if (taken.length > 0 && bytes > maxBytes) break;
      taken.push(entry);
      this.#changed.delete(entry.client);
    }
    return encodeSome(taken);
  }

  #depart({ client, clock }: PresenceEntry): void {
    this.#departed.delete(client);
    this.#departed.set(client, clock);
    if (this.#departed.size <= MAX_DEPARTED) return;
    const oldest = this.#departed.keys().next();
    if (oldest.done !== true) this.#departed.delete(oldest.value);
  }
}

const encodeSome = (entries: readonly PresenceEntry[]): Uint8Array | null =>
  entries.length === 0 ? null : encodePresence(entries);
