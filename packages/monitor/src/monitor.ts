import { createHash, timingSafeEqual } from 'node:crypto';

import type { Registry } from 'prom-client';

import type { Gateway } from '@indelible/gateway';
import { systemClock, type Clock, type Rooms } from '@indelible/rooms';

import { AutosaveRecord } from './autosave-record.ts';
import { createMetrics, type IndexingNumbers } from './metrics.ts';

export interface MonitorOptions {
  readonly rooms: Rooms;
  readonly gateway: Gateway;
  /** With one, nobody without it is told anything. */
  readonly adminToken?: string | undefined;
  /** Whether the autosave's report names documents; false where their names are nobody's business. */
  readonly showsIds: boolean;
  /** The index of the search, if there is one. */
  readonly indexing?: () => IndexingNumbers;
  readonly clock?: Clock;
}

/** An HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Tells operators how a process with a gateway is: `/metrics` and `/api/v1/autosave`. */
export class Monitor {
  readonly #options: MonitorOptions;
  readonly #metrics: Registry;
  readonly #autosave: AutosaveRecord;

  constructor(options: MonitorOptions) {
    const { rooms, gateway, indexing, clock = systemClock } = options;
    this.#options = options;
    this.#metrics = createMetrics({ rooms, gateway, indexing, clock });
    this.#autosave = new AutosaveRecord(rooms.autosave, clock);
  }

  /**
   * @param authorization the header, if there was one.
   * @returns null if the path is not one of the monitor's.
   */
  async answer(path: string, authorization: string | undefined): Promise<Answer | null> {
    if (path !== METRICS_PATH && path !== AUTOSAVE_PATH) return null;
    const { adminToken, showsIds } = this.#options;
    if (adminToken !== undefined && !isBearer(authorization, adminToken)) {
      return {
        status: 401,
        type: 'text/plain',
        body: 'Send “Authorization: Bearer ADMIN_TOKEN”\n',
      };
    }
    if (path === METRICS_PATH) {
      const { contentType: type } = this.#metrics;
      return { status: 200, type, body: await this.#metrics.metrics() };
    }
    const report = this.#autosave.report(showsIds);
    return { status: 200, type: 'application/json', body: JSON.stringify(report) };
  }
}

export const METRICS_PATH = '/metrics';
export const AUTOSAVE_PATH = '/api/v1/autosave';

/** True if the header presents this token; how long that takes tells nothing about it. */
export function isBearer(authorization: string | undefined, token: string): boolean {
  const [, presented = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
  return timingSafeEqual(digest(presented), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
