import type { DocumentId } from '@indelible/protocol';
import type { MemoryDisk, UpdateLog } from '@indelible/store';
import type { Access } from '@indelible/sync';

import type { SessionLine } from '../src/lines.ts';
import type { RoomsParts } from '../src/parts.ts';
import type { RoomSession } from '../src/room-session.ts';
import type { Rooms } from '../src/rooms.ts';

export interface Planted {
  readonly log?: (log: UpdateLog) => UpdateLog;
  readonly openRoom?: RoomsParts['openRoom'];
  readonly join?: (
    rooms: Rooms,
    document: DocumentId,
    line: SessionLine,
    access: Access,
  ) => Promise<RoomSession>;
}

/** Puts a known bug into a process, around the real code. Made anew for each process. */
export type Plant = (disk: MemoryDisk) => Planted;
