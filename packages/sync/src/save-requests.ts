import type { Position } from './room-log.ts';

interface SaveRequest {
  n: number;
  /** Null while an update of its session is held: it has no place in the log yet. */
  position: Position | null;
}

/**
 * The barriers of one session that are not answered yet, oldest first. Of several at the same place only
 * the last is kept, for an answer covers all before it: so there are never more than unsaved entries.
 */
export class SaveRequests {
  #waiting: SaveRequest[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  /** @param position the head, or null while an update of the session is held. */
  add(n: number, position: Position | null): void {
    const last = this.#waiting.at(-1);
    if (last !== undefined && last.position === position) last.n = n;
    else this.#waiting.push({ n, position });
  }

  /** Gives those without a place theirs. */
  place(head: Position): void {
    for (const request of this.#waiting) request.position ??= head;
  }

  /** Takes all that are answered by a commit through `stored`. @returns the last of them, or null. */
  take(stored: Position): number | null {
    if (this.#waiting.length === 0) return null;
    const isOpen = ({ position }: SaveRequest): boolean => position === null || position > stored;
    const open = this.#waiting.findIndex(isOpen);
    const answered = open === -1 ? this.#waiting.length : open;
    const last = this.#waiting[answered - 1];
    this.#waiting = this.#waiting.slice(answered);
    return last?.n ?? null;
  }
}
