import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { useDocuments } from '../api/queries.ts';
import { LanguageChoice } from '../language/language-choice.tsx';
import { type StartDialog, StartDialogs } from '../palette/dialogs.tsx';
import { ThemeChoice } from '../theme/theme-choice.tsx';
import { ImportButton } from '../transfer/import-button.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useWords } from '../words/use-words.ts';
import { listView } from './list-view.ts';
import { NewDocumentButton } from './new-document-button.tsx';
import { SearchField } from './search-field.tsx';
import { StartList } from './start-list.tsx';
import { useDeleteWithUndo } from './use-delete-with-undo.ts';
import { useNewDocument } from './use-new-document.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useRows } from './use-rows.ts';

/** The list of documents, set like a table of contents. */
export function StartPage() {
  useDocumentTitle('Indelible');
  const { start } = useWords();
  const { data, error, refetch, isFetching } = useDocuments();
  const view = listView(data, error);
  const [sought, setSought] = useState('');
  const [dialog, open] = useState<StartDialog>('none');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = useRows(view, sought);
  const openFirst = useOpenFirst(list, rows.isFirstSure, sought);
  const { create, busy } = useNewDocument(view.state === 'offline');
  const deletion = useDeleteWithUndo();

  usePageKeys(
    useMemo(() => {
      const focus = (): void => search.current?.focus();
      return {
        n: create,
        '/': focus,
        'mod+k': () => open('palette'),
        '?': () => open('shortcuts'),
        'mod+/': () => open('shortcuts'),
        'mod+z': deletion.undoLatest,
      };
    }, [create, deletion.undoLatest]),
  );

  const some = view.state !== 'ready' || view.documents.length > 0;
  return (
    <div className="mx-auto flex min-h-dvh max-w-[46rem] flex-col px-5 sm:px-8">
      <StartDialogs open={dialog} onClose={() => open('none')} />
      <header className="pt-[clamp(2rem,9vh,6rem)]">
        <p className="font-page text-[0.9375rem] text-muted italic">Indelible</p>
        <h1 className="mt-1 font-page text-[clamp(2rem,5vw,2.75rem)] leading-tight font-semibold tracking-[-0.01em]">
          {start.heading}
        </h1>
      </header>
      <main className="grow pt-6 pb-10">
        {some && (
          <div className="mb-5 flex gap-3">
            <SearchField
              ref={search}
              value={sought}
              onChange={setSought}
              onDown={() => firstRow(list)?.focus()}
              onOpen={openFirst}
            />
            <NewDocumentButton create={create} busy={busy} />
          </div>
        )}
        <div ref={list}>
          <StartList
            view={view}
            rows={rows}
            sought={sought}
            remove={deletion.remove}
            retry={() => void refetch()}
            retrying={isFetching}
            create={create}
            creating={busy}
            onLeaveUp={() => search.current?.focus()}
          />
        </div>
        {/* Below the list: beside the choices in the footer there is no room for it in every language. */}
        <div className="-ms-2 pt-6">
          <ImportButton />
        </div>
      </main>
      <footer className="flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-border py-5">
        <ThemeChoice />
        <LanguageChoice />
      </footer>
    </div>
  );
}

/** Opens the first row, or as soon as it is the right one, if nothing else is typed before. */
function useOpenFirst(
  list: RefObject<HTMLDivElement | null>,
  isFirstSure: boolean,
  sought: string,
): () => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || (wanted.current === sought && !isFirstSure)) return;
    if (wanted.current === sought) firstRow(list)?.click();
    wanted.current = null;
  }, [sought, isFirstSure, list]);
  return () => {
    if (isFirstSure) firstRow(list)?.click();
    else wanted.current = sought;
  };
}

const firstRow = (list: RefObject<HTMLDivElement | null>): HTMLAnchorElement | null =>
  list.current?.querySelector<HTMLAnchorElement>('[data-row] a') ?? null;
