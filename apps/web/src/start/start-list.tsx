import { useMemo } from 'react';

import { useRenameDocument } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { notifyFailure } from '../ui/notify.ts';
import { DocumentList } from './document-list.tsx';
import type { RowDocument } from './document-row.tsx';
import { foundWords } from './found-words.ts';
import type { ListView } from './list-view.ts';
import { NewDocumentButton } from './new-document-button.tsx';
import { Notice } from './notice.tsx';
import type { Rows } from './use-rows.ts';

interface StartListProps {
  readonly view: ListView;
  readonly rows: Rows;
  readonly sought: string;
  readonly remove: (document: RowDocument) => void;
  readonly retry: () => void;
  readonly retrying: boolean;
  readonly create: () => void;
  readonly creating: boolean;
  readonly onLeaveUp: () => void;
}

/** The list in each of its states. */
export function StartList({
  view,
  rows,
  sought,
  remove,
  retry,
  retrying,
  create,
  creating,
  onLeaveUp,
}: StartListProps) {
  const edit = useEdit(remove);
  const { documents, shown, fullText } = rows;
  const { state, more } = fullText;

  if (view.state === 'failed') return <ListFailed retry={retry} busy={retrying} />;
  if (documents === null) return <Loading />;
  if (view.state === 'ready' && documents.length === 0) {
    return <Empty create={create} busy={creating} />;
  }
  return (
    <>
      {view.state === 'offline' && (
        <Offline some={documents.length > 0} retry={retry} busy={retrying} />
      )}
      {view.state === 'ready' && view.stale && (
        <Notice>
          The list may be out of date; it renews itself when the server answers again.
        </Notice>
      )}
      {state === 'failed' && <OnlyTitles retry={fullText.retry} />}
      <DocumentList
        documents={shown}
        edit={view.state === 'ready' ? edit : null}
        onLeaveUp={onLeaveUp}
      />
      {state === 'searching' && shown.length === 0 && (
        <p className="late py-2 text-muted">Searching…</p>
      )}
      <output className={shown.length > 0 && !more ? 'sr-only' : 'block py-2 text-muted'}>
        {documents.length > 0 && foundWords({ sought, state, more, count: shown.length })}
      </output>
    </>
  );
}

function useEdit(remove: (document: RowDocument) => void) {
  const { mutate } = useRenameDocument();
  return useMemo(
    () => ({
      remove,
      rename: (id: string, title: string) =>
        mutate(
          { id, title },
          {
            onError: () =>
              void notifyFailure(
                'Couldn’t rename the document',
                'It keeps its old title. Try again in a moment.',
              ),
          },
        ),
    }),
    [remove, mutate],
  );
}

function Loading() {
  return (
    <output className="late block">
      <span className="sr-only">Loading your documents…</span>
      {[58, 34, 46, 27].map((width) => (
        <span key={width} className="flex min-h-11 items-center" aria-hidden>
          <span className="h-3.5 rounded bg-border/60" style={{ width: `${width}%` }} />
        </span>
      ))}
    </output>
  );
}

function Empty({ create, busy }: { create: () => void; busy: boolean }) {
  return (
    <section className="max-w-[34rem] pt-2">
      <p className="mb-6 font-page text-[1.125rem] leading-relaxed text-pretty">
        A document is a page that several people can write on at once. Start one, then give its link
        to whoever should write with you.
      </p>
      <NewDocumentButton create={create} busy={busy} />
    </section>
  );
}

function ListFailed({ retry, busy }: { retry: () => void; busy: boolean }) {
  return (
    <Notice
      action={
        <Button onClick={retry} aria-disabled={busy}>
          Retry
        </Button>
      }
    >
      The list couldn’t be loaded: the server answered with an error. Your documents are not
      affected. It is tried again by itself.
    </Notice>
  );
}

function OnlyTitles({ retry }: { retry: () => void }) {
  return (
    <Notice action={<Button onClick={retry}>Retry</Button>}>
      The server couldn’t search the texts just now. What you see was found by title.
    </Notice>
  );
}

function Offline({ some, retry, busy }: { some: boolean; retry: () => void; busy: boolean }) {
  return (
    <Notice
      action={
        <Button onClick={retry} aria-disabled={busy}>
          Retry
        </Button>
      }
    >
      The server can’t be reached.{' '}
      {some
        ? 'These documents are kept on this device; you can open them and write, and everything is joined when the server is back.'
        : 'No document is kept on this device yet; those you open while the server is there will be.'}
    </Notice>
  );
}
