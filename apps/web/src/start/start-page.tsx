import { useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { useDocuments } from '../api/queries.ts';
import { ThemeChoice } from '../theme/theme-choice.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { listView } from './list-view.ts';
import { NewDocumentButton } from './new-document-button.tsx';
import { SearchField } from './search-field.tsx';
import { StartList } from './start-list.tsx';
import { useDeleteWithUndo } from './use-delete-with-undo.ts';
import { useNewDocument } from './use-new-document.ts';
import { usePageKeys } from './use-page-keys.ts';

/** The list of documents, set like a table of contents. */
export function StartPage() {
  useDocumentTitle('Indelible');
  const { data, error, refetch, isFetching } = useDocuments();
  const view = listView(data, error);
  const [sought, setSought] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const { create, busy } = useNewDocument();
  const deletion = useDeleteWithUndo();

  usePageKeys(
    useMemo(
      () => ({ n: create, '/': () => search.current?.focus(), 'mod+z': deletion.undoLatest }),
      [create, deletion.undoLatest],
    ),
  );

  const some = view.state !== 'ready' || view.documents.length > 0;
  return (
    <div className="mx-auto flex min-h-dvh max-w-[46rem] flex-col px-5 sm:px-8">
      <header className="pt-[clamp(2rem,9vh,6rem)]">
        <p className="font-page text-[0.9375rem] text-muted italic">Indelible</p>
        <h1 className="mt-1 font-page text-[clamp(2rem,5vw,2.75rem)] leading-tight font-semibold tracking-[-0.01em]">
          Documents
        </h1>
      </header>
      <main className="grow pt-6 pb-16">
        {some && (
          <div className="mb-5 flex gap-3">
            <SearchField
              ref={search}
              value={sought}
              onChange={setSought}
              onDown={() => firstRow(rows)?.focus()}
              onOpen={() => firstRow(rows)?.click()}
            />
            <NewDocumentButton create={create} busy={busy} />
          </div>
        )}
        <div ref={rows}>
          <StartList
            view={view}
            sought={sought}
            remove={deletion.remove}
            retry={() => void refetch()}
            retrying={isFetching}
            create={create}
            creating={busy}
            onLeaveUp={() => search.current?.focus()}
          />
        </div>
      </main>
      <footer className="border-t border-border py-5">
        <ThemeChoice />
      </footer>
    </div>
  );
}

const firstRow = (rows: RefObject<HTMLDivElement | null>): HTMLAnchorElement | null =>
  rows.current?.querySelector<HTMLAnchorElement>('[data-row] a') ?? null;
