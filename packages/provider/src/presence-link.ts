import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness';

import { decodePresence, encodePresence, isGone, type PresenceEntry } from '@indelible/protocol';

/** More people than this in one message are not believed. */
const MAX_ENTRIES = 10_000;

interface Changes {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Joins an `Awareness` to the line: only this page's own presence goes out, only other people's comes
 * in.
 */
export class PresenceLink {
  readonly #awareness: Awareness;
  readonly #send: (presence: Uint8Array) => void;
  readonly #onUpdate: (changes: Changes) => void;
  #hasLeft = false;

  /** @param send called with awareness updates; it may drop them while there is no line. */
  constructor(awareness: Awareness, send: (presence: Uint8Array) => void) {
    this.#awareness = awareness;
    this.#send = send;
    this.#onUpdate = ({ added, updated, removed }) => {
      const own = awareness.clientID;
      if ([added, updated, removed].some((clients) => clients.includes(own))) this.#sendOwn();
    };
    awareness.on('update', this.#onUpdate);
  }

  /** Tells a new line who we are, with a clock that is later than any by which we were taken away. */
  announce(): void {
    this.#announceAfter(this.#clock() + 1);
  }

  /**
   * Takes in an awareness update.
   *
   * @throws {MalformedFrame}
   */
  receive(presence: Uint8Array): void {
    const entries = decodePresence(presence, MAX_ENTRIES);
    const own = entries.find(({ client }) => client === this.#awareness.clientID);
    const others = entries.filter((entry) => entry !== own && isReadable(entry));
    if (others.length > 0) applyAwarenessUpdate(this.#awareness, encodePresence(others), this);
    // We are here: whoever says otherwise had us confused with our former line.
    if (own !== undefined && isGone(own) && !this.#hasLeft && own.clock >= this.#clock()) {
      this.#announceAfter(own.clock);
    }
  }

  /** The line is gone: nobody can be seen any more. */
  loseLine(): void {
    const { clientID, meta, states } = this.#awareness;
    const others = [...states.keys()].filter((client) => client !== clientID);
    removeAwarenessStates(this.#awareness, others, this);
    // Else they would stay invisible on the next line until their clocks have moved on.
    for (const client of meta.keys()) if (client !== clientID) meta.delete(client);
  }

  /** Tells the line that we leave; our own state stays, because the page may come back. */
  leave(): void {
    if (this.#awareness.getLocalState() === null) return;
    const { clientID } = this.#awareness;
    this.#hasLeft = true;
    this.#setClock(this.#clock() + 1);
    this.#send(encodeAwarenessUpdate(this.#awareness, [clientID], new Map()));
  }

  /** Stops listening to the awareness. */
  close(): void {
    this.#awareness.off('update', this.#onUpdate);
  }

  #announceAfter(clock: number): void {
    const state = this.#awareness.getLocalState();
    if (state === null) return;
    this.#hasLeft = false;
    this.#setClock(clock);
    // One later still, and sent by our own listener.
    this.#awareness.setLocalState(state);
  }

  #sendOwn(): void {
    this.#send(encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]));
  }

  #clock(): number {
    return this.#awareness.meta.get(this.#awareness.clientID)?.clock ?? 0;
  }

  #setClock(clock: number): void {
    const { clientID, meta } = this.#awareness;
    const own = meta.get(clientID);
    if (own !== undefined) meta.set(clientID, { ...own, clock });
  }
}

/** The server passes presence on unread, so other people's is not known to be JSON. */
function isReadable({ state }: PresenceEntry): boolean {
  try {
    return typeof JSON.parse(new TextDecoder().decode(state)) === 'object';
  } catch {
    return false;
  }
}
