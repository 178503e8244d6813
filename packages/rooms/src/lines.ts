import type { CloseCode } from '@indelible/protocol';
import type { Effect, SessionId } from '@indelible/sync';

import { isUpdateFrame, type RunningTotals } from './numbers.ts';

/** The line to one client, as a room sees it. */
export interface SessionLine {
  /** True while it takes nothing more. */
  readonly isSlow?: boolean;
  send(frame: Uint8Array): void;
  /** The room has let go of the session already. */
  close(code: CloseCode, reason: string): void;
}

/** The lines into one room. */
export class Lines {
  readonly #lines = new Map<SessionId, SessionLine>();
  readonly #totals: RunningTotals;

  constructor(totals: RunningTotals) {
    this.#totals = totals;
  }

  get size(): number {
    return this.#lines.size;
  }

  has(id: SessionId): boolean {
    return this.#lines.has(id);
  }

  add(id: SessionId, line: SessionLine): void {
    this.#lines.set(id, line);
  }

  remove(id: SessionId): void {
    this.#lines.delete(id);
  }

  /** The same bytes for each of these. */
  send({ frame, to }: Extract<Effect, { type: 'send' }>): void {
    if (isUpdateFrame(frame)) this.#totals.updatesSent += to.length;
    for (const id of to) this.#lines.get(id)?.send(frame);
  }

  close({ session, code, reason }: Extract<Effect, { type: 'close' }>): void {
    const line = this.#lines.get(session);
    this.#lines.delete(session);
    line?.close(code, reason);
  }
}
