import { parseRoomName, type DocumentId } from '@indelible/protocol';
import { createMemoryStore, type MemoryStore, type Seq } from '@indelible/store';

import type { Logger } from '../src/logger.ts';
import { Rooms } from '../src/rooms.ts';
import { defaultRoomsSettings, type RoomsSettings } from '../src/settings.ts';
import { ManualClock } from './manual-clock.ts';

export interface House {
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly rooms: Rooms;
  /** What the operator was told. */
  readonly reports: string[];
  /** Which documents have settled, and through which row. */
  readonly settlings: (readonly [DocumentId, Seq])[];
}

/** Rooms on a memory store and a clock that stands still. */
export function house(
  settings: Partial<RoomsSettings> = {},
  store: MemoryStore = createMemoryStore(),
): House {
  const clock = new ManualClock();
  const reports: string[] = [];
  const settlings: (readonly [DocumentId, Seq])[] = [];
  const report = (_fields: object, message: string): void => void reports.push(message);
  const logger: Logger = { info: report, warn: report, error: report };
  const rooms = new Rooms({
    log: store.log,
    clock,
    logger,
    random: () => 0.5,
    onSettled: (document, seq) => void settlings.push([document, seq]),
    settings: { ...defaultRoomsSettings, ...settings },
  });
  return { clock, store, rooms, reports, settlings };
}

export function documentId(name: string): DocumentId {
  const id = parseRoomName(name);
  if (id === null) throw new Error(`not a name: ${name}`);
  return id;
}
