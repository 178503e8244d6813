import clsx from 'clsx';
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';

import { documentAddress } from '../pages/addresses.ts';
import { PageLink } from '../pages/page-link.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
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
  const { id, title, editedAt, excerpt } = document;
  const { pages } = useWords();
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

interface RowMenuProps {
  readonly document: SearchRow<RowDocument>;
  readonly current: boolean;
  readonly actions: RowActions;
}

function RowMenu({ document, current, actions }: RowMenuProps) {
  const { start, pages } = useWords();
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
