import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { DocumentList } from './document-list.tsx';
import type { RowDocument } from './document-row.tsx';
import { foundWords } from './found-words.ts';
import type { ListView } from './list-view.ts';
import { NewDocumentButton } from './new-document-button.tsx';
import { Notice } from './notice.tsx';
import { UnsentList } from './unsent-list.tsx';
import { useEdit } from './use-edit.ts';
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
  const edit = useEdit(view.state === 'offline', remove);
  const { start, search } = useWords();
  const { documents, shown, fullText, unsent } = rows;
  const { state, more } = fullText;

  if (view.state === 'failed') return <ListFailed retry={retry} busy={retrying} />;
  if (documents === null) return <Loading />;
  if (view.state === 'ready' && documents.length === 0) {
    return (
      <>
        <UnsentList unsent={unsent} />
        <Empty create={create} busy={creating} />
      </>
    );
  }
  return (
    <>
      {view.state === 'offline' && (
        <Offline some={documents.length > 0} retry={retry} busy={retrying} />
      )}
      {view.state === 'ready' && view.stale && <Notice>{start.stale}</Notice>}
      <UnsentList unsent={unsent} />
      {state === 'failed' && <OnlyTitles retry={fullText.retry} />}
      <DocumentList documents={shown} edit={edit} onLeaveUp={onLeaveUp} />
      {state === 'searching' && shown.length === 0 && (
        <p className="late py-2 text-muted">{search.searching}</p>
      )}
      <output className={shown.length > 0 && !more ? 'sr-only' : 'block py-2 text-muted'}>
        {documents.length > 0 && foundWords({ sought, state, more, count: shown.length })}
      </output>
    </>
  );
}

function Loading() {
  return (
    <output className="late block">
      <span className="sr-only">{useWords().start.loading}</span>
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
        {useWords().start.empty}
      </p>
      <NewDocumentButton create={create} busy={busy} />
    </section>
  );
}

function ListFailed({ retry, busy }: { retry: () => void; busy: boolean }) {
  const { start, pages } = useWords();
  return (
    <Notice
      action={
        <Button onClick={retry} aria-disabled={busy}>
          {pages.retry}
        </Button>
      }
    >
      {start.failed}
    </Notice>
  );
}

function OnlyTitles({ retry }: { retry: () => void }) {
  const { search, pages } = useWords();
  return (
    <Notice action={<Button onClick={retry}>{pages.retry}</Button>}>{search.onlyTitles}</Notice>
  );
}

function Offline({ some, retry, busy }: { some: boolean; retry: () => void; busy: boolean }) {
  const { start, pages } = useWords();
  return (
    <Notice
      action={
        <Button onClick={retry} aria-disabled={busy}>
          {pages.retry}
        </Button>
      }
    >
      {start.unreachable} {some ? start.someKept : start.noneKept}
    </Notice>
  );
}
