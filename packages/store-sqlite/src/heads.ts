import type { Seq } from '@indelible/store';

import type { Connection } from './connection.ts';

/** The seq of each document's last row, by document key; kept in memory so that no append writes it. */
export interface Heads {
  of(document: number): Seq;
  set(document: number, seq: Seq): void;
  /** Forgets what is remembered: after a rollback, and now and then to stay small. */
  forget(): void;
}

export function createHeads(db: Connection): Heads {
  const heads = new Map<number, Seq>();
  const notIndexed = db.prepare<[], { document: number; seq: Seq }>(
    `SELECT document, max(seq) AS seq FROM updates
     WHERE position > (SELECT through FROM indexed) GROUP BY document`,
  );
  const elsewhere = db
    .prepare<[number, number], Seq>(
      `SELECT max(
         ifnull((SELECT max(seq) FROM places WHERE document = ?), 0),
         ifnull((SELECT max(seq) FROM snapshots WHERE document = ?), 0))`,
    )
    .pluck();
  let complete = false;
  // The rows without an index are read once for all documents; the others are looked up singly. This
  // waits until a head is asked for: failing here must fail an append, never give it a wrong number.
  const complement = (): void => {
    for (const { document, seq } of notIndexed.all()) heads.set(document, seq);
    complete = true;
  };

  return {
    of(document) {
      if (!complete) complement();
      const known = heads.get(document) ?? elsewhere.get(document, document) ?? 0;
      heads.set(document, known);
      return known;
    },
    set: (document, seq) => void heads.set(document, seq),
    forget() {
      heads.clear();
      complete = false;
    },
  };
}
