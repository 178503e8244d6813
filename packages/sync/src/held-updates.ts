import type { RoomLog } from './room-log.ts';
import type { UpdateMeta } from './update-scan.ts';

/** An update that builds on something which is not there yet. */
interface HeldUpdate {
  readonly update: Uint8Array;
  readonly meta: UpdateMeta;
}

/** Bytes that a held update takes besides its own. */
const OVERHEAD = 256;

/** What a session has sent that builds on something which has not come yet. */
export class HeldUpdates {
  #updates: HeldUpdate[] = [];
  #bytes = 0;

  get size(): number {
    return this.#updates.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(held: HeldUpdate): void {
    this.#updates.push(held);
    this.#bytes += held.update.length + OVERHEAD;
  }

  /** Moves into the log what fits by now. @returns true if there was anything. */
  release(log: RoomLog, author: string): boolean {
    const before = this.#updates.length;
    for (let index = this.#fitting(log); index !== -1; index = this.#fitting(log)) {
      for (const { update, meta } of this.#updates.splice(index, 1)) {
        this.#bytes -= update.length + OVERHEAD;
        if (!log.contains(meta)) log.append(author, update, meta);
      }
    }
    return this.#updates.length < before;
  }

  #fitting(log: RoomLog): number {
    return this.#updates.findIndex(
      ({ update, meta }) => log.fits(meta) && !log.isTooDeep(update, meta),
    );
  }
}
