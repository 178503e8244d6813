import { useMemo } from 'react';

import type { RowDocument } from './document-row.tsx';
import { filterByTitle } from './filter.ts';
import type { ListView } from './list-view.ts';
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
}

/** Searches the list and the texts; while the server is gone, only the titles kept on this device. */
export function useRows(view: ListView, sought: string): Rows {
  const local = useLocalDocuments(view.state === 'offline');
  const fullText = useFound(view.state === 'ready' ? sought : '');
  const { state, found } = fullText;
  const documents = useMemo(() => rowsOf(view, local), [view, local]);
  const shown = useMemo(
    () => searchRows(documents ?? [], sought, found),
    [documents, sought, found],
  );
  const isByTitle = filterByTitle(shown.slice(0, 1), sought).length > 0;
  return { documents, shown, fullText, isFirstSure: isByTitle || state !== 'searching' };
}

function rowsOf(
  view: ListView,
  local: readonly RowDocument[] | null,
): readonly RowDocument[] | null {
  if (view.state === 'offline') return local;
  if (view.state !== 'ready') return null;
  return view.documents.map(({ id, title, editedAt }) => ({
    id,
    title,
    editedAt: Date.parse(editedAt),
  }));
}
