import type { CloseCode } from '@indelible/protocol';

import type { Effect } from './effect.ts';
import type { Session } from './session.ts';

/** The effects of one event, in order, until they are taken. */
export class Outgoing {
  #effects: Effect[] = [];

  send(session: Session, frame: Uint8Array): void {
    this.#effects.push({ type: 'send', to: [session.id], frame });
  }

  sendAll(sessions: readonly Session[], frame: Uint8Array): void {
    if (sessions.length === 0) return;
    this.#effects.push({ type: 'send', to: sessions.map(({ id }) => id), frame });
  }

  push(effect: Effect): void {
    this.#effects.push(effect);
  }

  close(session: Session, code: CloseCode, reason: string): void {
    this.#effects.push({ type: 'close', session: session.id, code, reason });
  }

  take(): Effect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}
