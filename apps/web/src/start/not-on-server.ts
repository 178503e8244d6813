import type { Refusal } from '@indelible/provider';

import type { LocalRow } from './remembered.ts';

/** Words on this device that the server has not got, and why. */
export interface NotOnServer {
  readonly row: LocalRow;
  /** Null: it has only not been told yet. */
  readonly refusal: Refusal | null;
}

/**
 * What is worth a remark of its own on the start page: words that the server refuses, and documents it has not heard
 * of. Words that are simply on their way are not.
 *
 * @param listed the documents of the server's list; null while there is no server.
 */
export function notOnServer(
  rows: readonly LocalRow[],
  refused: Readonly<Record<string, Refusal>>,
  listed: ReadonlySet<string> | null,
): readonly NotOnServer[] {
  return rows.flatMap((row): NotOnServer[] => {
    const { id, isUnsent, isNew } = row;
    if (!isUnsent) return [];
    const refusal = refused[id] ?? null;
    const isBack = refusal === 'notFound' && listed?.has(id) === true;
    if (refusal !== null && !isBack) return [{ row, refusal }];
    if (listed === null || listed.has(id)) return [];
    return [{ row, refusal: isNew ? null : 'notFound' }];
  });
}
