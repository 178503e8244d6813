import { disk } from './disk.ts';
import { growthOfDocument, growthOfRoom } from './growth.ts';
import { idleConnections, openDocuments } from './memory.ts';
import { mostPeople } from './most-people.ts';
import { manyRooms, oneRoom } from './one-room.ts';
import { catchingUp, opening } from './opening.ts';
import { returning } from './returning.ts';
import { crash, savedWait } from './saved.ts';
import type { Workload } from './workload.ts';

/** The rows of the table, in its order. */
export const workloads: readonly Workload[] = [
  oneRoom(100, '≤ 0.2 (≤ 60 ms)'),
  oneRoom(200, '≤ 0.15'),
  mostPeople,
  manyRooms,
  openDocuments,
  idleConnections,
  opening,
  catchingUp,
  returning,
  crash,
  savedWait,
  disk,
];

/** The points of the plots. */
export const growth: readonly Workload[] = [growthOfRoom, growthOfDocument];
