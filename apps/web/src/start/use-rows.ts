import { useEffect, useMemo } from 'react';

import { deletions } from '../offline/deletions.ts';
import { catchUpSoon } from '../offline/keep-up.ts';
import { refusals } from '../offline/refusals.ts';
import { useStored } from '../offline/use-stored.ts';
import type { RowDocument } from './document-row.tsx';
import { filterByTitle } from './filter.ts';
import type { ListView } from './list-view.ts';
import { notOnServer } from './not-on-server.ts';
import type { NotOnServer } from './not-on-server.ts';
import { openable } from './remembered.ts';
import type { LocalRow } from './remembered.ts';
import { searchRows, type SearchRow } from './search-rows.ts';
import { useFound, type FullText } from './use-found.ts';
import { useLocalDocuments } from './use-local-documents.ts';

/** The documents there are, and which of them are shown. */
export interface Rows {
  /** All; null until they are known. */
  readonly documents: readonly RowDocument[] | null;
  /** All if nothing is sought, otherwise those that were found. */
  readonly shown: readonly SearchRow<RowDocument>[];
  readonly fullText: FullText;
  /** The first row is the one that was meant, not what is left of a search for other words. */
  readonly isFirstSure: boolean;
  readonly unsent: readonly NotOnServer[];
}

/** Searches the list and the texts; while the server is gone, only the titles kept on this device. */
export function useRows(view: ListView, sought: string): Rows {
  const local = useLocalDocuments(view.state === 'offline');
  const fullText = useFound(view.state === 'ready' ? sought : '');
  const { state, found } = fullText;
  const deleted = useStored(deletions);
  const refused = useStored(refusals);
  const documents = useMemo(() => {
    const rows = rowsOf(view, local);
    return rows && rows.filter(({ id }) => !deleted.includes(id));
  }, [view, local, deleted]);
  const shown = useMemo(
    () => searchRows(documents ?? [], sought, found),
    [documents, sought, found],
  );
  const unsent = useMemo(() => {
    const rows = (local ?? []).filter(({ id }) => !deleted.includes(id));
    const listed = view.state === 'ready' ? new Set(view.documents.map(({ id }) => id)) : null;
    return notOnServer(rows, refused, listed);
  }, [view, local, deleted, refused]);
  const isThere = view.state === 'ready';
  useEffect(() => {
    if (isThere) catchUpSoon();
  }, [isThere]);
  const isByTitle = filterByTitle(shown.slice(0, 1), sought).length > 0;
  return { documents, shown, fullText, isFirstSure: isByTitle || state !== 'searching', unsent };
}

function rowsOf(view: ListView, local: readonly LocalRow[] | null): readonly RowDocument[] | null {
  if (view.state === 'offline') return local && openable(local).map(localRow);
  if (view.state !== 'ready') return null;
  return view.documents.map(({ id, title, editedAt }) => ({
    id,
    title,
    editedAt: Date.parse(editedAt),
    only: null,
  }));
}

const localRow = ({ id, title, editedAt, isNew, isUnsent }: LocalRow): RowDocument => ({
  id,
  title,
  editedAt,
  only: isNew ? 'document' : isUnsent ? 'changes' : null,
});
