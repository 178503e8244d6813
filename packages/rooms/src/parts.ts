import type { Clock } from './clock.ts';
import { startCompactor, type Compactor } from './compactor.ts';
import { startDiffer, type Differ } from './differ.ts';
import { OpenRoom, type OpenRoomOptions } from './open-room.ts';

/**
 * What `Rooms` is put together from. The package's door does not lead here: only the simulation puts in
 * other parts: no threads, so that a run can be repeated, and rooms with a fault.
 */
export interface RoomsParts {
  readonly startCompactor: (clock: Clock, timeout: number) => Compactor;
  readonly startDiffer: (clock: Clock, timeout: number) => Differ;
  readonly openRoom: (options: OpenRoomOptions) => OpenRoom;
}

export const ownParts: RoomsParts = {
  startCompactor,
  startDiffer,
  openRoom: (options) => new OpenRoom(options),
};
