import type { DocumentId } from '@indelible/protocol';
import { assertStorable } from '@indelible/store';
import type { Appended, LoggedUpdate, Seq, Snapshot, UpdateLog } from '@indelible/store';

import type { PackedCompaction, PackedRows, PackedSnapshot, StoredRow } from './calls.ts';
import { pack, partAt, unpack } from './packed.ts';
import type { Threads } from './store.ts';

/** The update log as the main thread sees it: packs, sends, unpacks. */
export function createUpdateLog(threads: Threads): Omit<UpdateLog, keyof AsyncDisposable> {
  return {
    async load(document) {
      const stored = await threads.reader().call('load', [document]);
      if (!stored) return null;
      const { epoch, at, snapshot, tail } = stored;
      return {
        epoch,
        at,
        snapshot: snapshot && unpackSnapshot(snapshot),
        rows: unpackRows(document, tail),
      };
    },

    async append(batch): Promise<readonly Appended[]> {
      const writer = threads.writer();
      assertStorable(batch);
      const updates = pack(batch.map(({ update }) => update));
      const rows = batch.map(({ update: _, ...row }) => row);
      const sent = writer.call('append', [{ rows, updates }], [updates.bytes.buffer], 'ambiguous');
      return (await sent).map((added, n) => {
        const document = documentAt(rows, n);
        return added === null ? { document, epoch: null, seq: null } : { document, ...added };
      });
    },

    async readAfter(document, seq) {
      const found = await threads.reader().call('readAfter', [document, seq]);
      return unpackRows(document, found);
    },

    async compact(document, expected, { update, stateVector, deleteSet, ...version }) {
      const parts = pack([update, stateVector, deleteSet]);
      const args: [DocumentId, Seq, PackedCompaction] = [document, expected, { ...version, parts }];
      return threads.writer().call('compact', args, [parts.bytes.buffer], 'ambiguous');
    },
  };
}

function documentAt(rows: readonly { readonly document: DocumentId }[], n: number): DocumentId {
  const row = rows[n];
  if (!row) throw new Error(`the writer answered for row ${n}, which it was not given`);
  return row.document;
}

function unpackRows(document: DocumentId, packed: PackedRows<StoredRow>): LoggedUpdate[] {
  const updates = unpack(packed.updates);
  return packed.rows.map((row, n) => ({ document, ...row, update: partAt(updates, n) }));
}

function unpackSnapshot({ seq, parts }: PackedSnapshot): Snapshot {
  const unpacked = unpack(parts);
  return {
    seq,
    update: partAt(unpacked, 0),
    stateVector: partAt(unpacked, 1),
    deleteSet: partAt(unpacked, 2),
  };
}
