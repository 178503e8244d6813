import type { Seq, StoredDocument } from '@indelible/store';

/** The newest row of a document on disk. */
export interface Head {
  readonly epoch: string;
  readonly seq: Seq;
  /** When it was appended; tells it from the row of the same number that a document put back from a backup gets. */
  readonly at: number;
}

type Row = Omit<Head, 'epoch'>;

export function headOf({ epoch, at, snapshot, rows }: StoredDocument): Head {
  return { epoch, at, seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0 };
}

/** What clients are told of a row, to present it when they come back. */
export const placeOf = ({ seq, at }: Row): string => `${seq.toString(36)}.${at.toString(36)}`;

/** The row of a place; null if it is none of ours. */
export function parsePlace(place: string): Row | null {
  const [, seq, at] = /^([0-9a-z]{1,11})\.(-?[0-9a-z]{1,11})$/.exec(place) ?? [];
  if (seq === undefined || at === undefined) return null;
  return { seq: Number.parseInt(seq, 36), at: Number.parseInt(at, 36) };
}
