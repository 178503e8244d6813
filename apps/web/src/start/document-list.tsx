import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import { rowAfter } from '@indelible/editor/controls';

import { serverTime } from '../offline/server-time.ts';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/use-words.ts';
import { DocumentRow } from './document-row.tsx';
import type { RowActions, RowDocument } from './document-row.tsx';
import type { SearchRow } from './search-rows.ts';

interface DocumentListProps {
  readonly documents: readonly SearchRow<RowDocument>[];
  /** Absent where nothing but opening is possible. */
  readonly edit: {
    rename(id: string, title: string): void;
    remove(document: RowDocument): void;
  } | null;
  /** Up from the first row, or Escape. */
  readonly onLeaveUp: () => void;
}

/** The rows. Tab enters at one of them, the arrow keys move between them, F2 renames, Delete deletes. */
export function DocumentList({ documents, edit, onLeaveUp }: DocumentListProps) {
  const list = useRef<HTMLOListElement>(null);
  const now = serverTime(useNow(15_000));
  const { start } = useWords();
  const [current, setCurrent] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const reachable = documents.some(({ id }) => id === current) ? current : documents[0]?.id;

  const focusRow = (index: number): void => {
    const document = documents[index];
    if (!document) return;
    setCurrent(document.id);
    // After the paint: the row may only just have stopped being a field.
    requestAnimationFrame(() => rowLink(list.current, document.id)?.focus());
  };

  const indexOf = (id: string): number => documents.findIndex((document) => document.id === id);

  const actions: RowActions | null = edit && {
    rename: setRenaming,
    renamed(id, title) {
      setRenaming(null);
      if (title !== null) edit.rename(id, title);
      focusRow(indexOf(id));
    },
    remove(document) {
      const index = indexOf(document.id);
      focusRow(index + 1 < documents.length ? index + 1 : index - 1);
      edit.remove(document);
    },
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof Element && rowId(event.target);
    // A menu is drawn inside its row, and has these keys for itself.
    if (event.target instanceof Element && event.target.closest('[role=menu]')) return;
    if (!id || event.altKey || event.ctrlKey || event.metaKey || renaming !== null) return;
    const index = indexOf(id);
    const document = documents[index];
    const next = rowAfter(event.key, index, documents.length);
    if (next !== null) {
      if (next < 0) onLeaveUp();
      else focusRow(next);
    } else if (event.key === 'Escape') onLeaveUp();
    else if (event.key === 'F2' && actions) actions.rename(id);
    else if (event.key === 'Delete' && actions && document) actions.remove(document);
    else return;
    event.preventDefault();
  };

  return (
    // The keys act on the links inside, which have the focus; the list only hears of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      aria-label={start.list}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const id = rowId(target);
        if (id) setCurrent(id);
      }}
    >
      {documents.map((document) => (
        <DocumentRow
          key={document.id}
          document={document}
          now={now}
          current={document.id === reachable}
          renaming={document.id === renaming}
          actions={actions}
        />
      ))}
    </ol>
  );
}

const rowId = (element: Element): string | null =>
  element.closest('[data-row]')?.getAttribute('data-row') ?? null;

const rowLink = (list: Element | null, id: string): HTMLAnchorElement | null =>
  list?.querySelector<HTMLAnchorElement>(`[data-row="${CSS.escape(id)}"] a`) ?? null;
