import clsx from 'clsx';
import { CloudOff, Ellipsis, HardDriveDownload, PencilLine, Trash2 } from 'lucide-react';

import { useKeptOffline } from '../offline/use-stored.ts';
import { documentAddress } from '../pages/addresses.ts';
import { PageLink } from '../pages/page-link.tsx';
import { Menu, MenuItem, MenuSwitch } from '../ui/menu.tsx';
import { editedWords, fullTimeWords } from '../words/relative-time.ts';
import { useWords } from '../words/use-words.ts';
import { RenameField } from './rename-field.tsx';
import { RowExcerpt } from './row-excerpt.tsx';
import type { SearchRow } from './search-rows.ts';

/** A line of the list. */
export interface RowDocument {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970; null: unknown. */
  readonly editedAt: number | null;
  /** What of it is on this device and not on the server; null: nothing that is known of. */
  readonly only: 'document' | 'changes' | null;
}

export interface RowActions {
  rename(id: string): void;
  /** `null`: leave the title as it is. */
  renamed(id: string, title: string | null): void;
  remove(document: RowDocument): void;
}

interface RowProps {
  readonly document: SearchRow<RowDocument>;
  readonly now: number;
  /** The one row of the list that Tab reaches. */
  readonly current: boolean;
  readonly renaming: boolean;
  /** Absent where nothing but opening is possible. */
  readonly actions: RowActions | null;
}

/** Title, dots, date: a line of a table of contents. */
export function DocumentRow({ document, now, current, renaming, actions }: RowProps) {
  const { pages } = useWords();
  const { id, title, editedAt, excerpt, only } = document;
  const [isKept] = useKeptOffline(id);
  return (
    <li
      data-row={id}
      className={clsx(
        'group relative -ms-3 flex items-center rounded-ui hover:bg-sunken',
        // The menu hangs in the margin where there is one, so that the dates end with the column.
        actions ? 'md:-me-11' : '-me-3',
      )}
    >
      {renaming && actions ? (
        <RenameField title={title} onDone={(next) => actions.renamed(id, next)} />
      ) : (
        <PageLink
          to={documentAddress(id)}
          tabIndex={current ? 0 : -1}
          className="block min-h-11 min-w-0 grow rounded-ui px-3 py-2"
        >
          <span className="flex items-baseline-last gap-2">
            <span dir="auto" className={clsx('title-line', title === '' && 'text-muted italic')}>
              {title || pages.untitled}
            </span>
            <span aria-hidden className="leader text-border" />
            {only && <OnlyHere only={only} />}
            {isKept && !only && <KeptMark />}
            <Edited at={editedAt} now={now} />
          </span>
          {excerpt && <RowExcerpt excerpt={excerpt} />}
        </PageLink>
      )}
      {actions && !renaming && <RowMenu document={document} current={current} actions={actions} />}
    </li>
  );
}

function Edited({ at, now }: { at: number | null; now: number }) {
  const { start } = useWords();
  if (at === null)
    return <span className="shrink-0 text-[0.9375rem] text-muted">{start.onThisDevice}</span>;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={start.lastEdited(fullTimeWords(at))}
      className="shrink-0 text-[0.9375rem] text-muted"
    >
      {editedWords(at, now)}
    </time>
  );
}

function OnlyHere({ only }: { only: 'document' | 'changes' }) {
  const { documentOnlyHere, changesOnlyHere } = useWords().offline;
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-[0.875rem] text-muted">
      <CloudOff size={14} aria-hidden />
      <span className="max-sm:sr-only">
        {only === 'document' ? documentOnlyHere : changesOnlyHere}
      </span>
    </span>
  );
}

function KeptMark() {
  const { keptOffline } = useWords().offline;
  return (
    <span title={keptOffline} className="shrink-0 self-center text-muted">
      <HardDriveDownload size={14} aria-hidden />
      <span className="sr-only">{keptOffline}</span>
    </span>
  );
}

interface RowMenuProps {
  readonly document: SearchRow<RowDocument>;
  readonly current: boolean;
  readonly actions: RowActions;
}

function RowMenu({ document, current, actions }: RowMenuProps) {
  const { start, pages, offline } = useWords();
  const [isKept, keep] = useKeptOffline(document.id);
  return (
    <Menu
      label={start.moreFor(document.title || pages.untitled)}
      icon={<Ellipsis size={18} aria-hidden />}
      tabIndex={current ? 0 : -1}
      className={clsx(
        'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-open:opacity-100 pointer-coarse:opacity-100',
        // Beside the title, not beside the text.
        document.excerpt && 'self-start pointer-fine:mt-1.5',
      )}
    >
      <MenuItem
        icon={<PencilLine size={16} aria-hidden />}
        keys="F2"
        onSelect={() => actions.rename(document.id)}
      >
        {start.rename}
      </MenuItem>
      <MenuSwitch on={isKept} onChange={keep}>
        {offline.keepOffline}
      </MenuSwitch>
      <MenuItem
        icon={<Trash2 size={16} aria-hidden />}
        keys={start.deleteKey}
        danger
        onSelect={() => actions.remove(document)}
      >
        {start.delete}
      </MenuItem>
    </Menu>
  );
}
