import type { Seq, Snapshot } from '@indelible/store';

import { checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';

interface SnapshotRow {
  readonly seq: Seq;
  readonly checksum: number;
  readonly stateVector: Uint8Array;
  readonly deleteSet: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Snapshots {
  /** The newest snapshot whose bytes are what was written; null if there is none. */
  newestGood(document: number): Snapshot | null;
}

/** Reads snapshots, passing over damaged ones. */
export function createSnapshots(db: Connection): Snapshots {
  const newestFirst = db.prepare<[number], SnapshotRow>(
    `SELECT seq, checksum, state_vector AS stateVector, delete_set AS deleteSet, bytes
     FROM snapshots WHERE document = ? ORDER BY seq DESC`,
  );
  return {
    newestGood(document) {
      for (const { seq, checksum, stateVector, deleteSet, bytes } of newestFirst.iterate(
        document,
      )) {
        if (checksumOf(bytes, stateVector, deleteSet) !== checksum) continue;
        return { seq, update: bytes, stateVector, deleteSet };
      }
      return null;
    },
  };
}
