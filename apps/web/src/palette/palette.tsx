import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';

import { rowAfter } from '@indelible/editor/controls';

import { RowExcerpt } from '../start/row-excerpt.tsx';
import { useWords } from '../words/use-words.ts';
import { useTextGroup } from './common-items.ts';
import { fittingGroups, type PaletteGroup, type PaletteItem, withFound } from './palette-items.ts';
import { Sheet } from './sheet.tsx';

interface PaletteProps {
  readonly groups: readonly PaletteGroup[];
  /** The document that is open, which is not offered. */
  readonly open: string | null;
  readonly onClose: () => void;
}

// The browser's own lists take the focus; to these the field only points.
const LIST = { role: 'listbox' } as const;
const GROUP = { role: 'group' } as const;
const option = (isChosen: boolean) => ({ role: 'option', 'aria-selected': isChosen }) as const;

/** Everything one can go to or do, by its name: arrow keys choose, Enter does it, Escape goes back. */
export function Palette({ groups, open, onClose }: PaletteProps) {
  const { palette: said } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog has opened by then.
  useEffect(() => field.current?.focus(), []);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [texts, isSearching] = useTextGroup(typed, open);
  const shown = useMemo(
    () => withFound(fittingGroups(groups, typed), texts),
    [groups, typed, texts],
  );
  const items = shown.flatMap((group) => group.items);
  const chosen = items[Math.min(at, items.length - 1)];
  const idOf = (item: PaletteItem): string => `${id}-${item.id}`;
  const run = (item: PaletteItem): void => {
    // First, so that what it does may take the focus.
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && chosen !== undefined) run(chosen);
    else {
      const next = nextOf(event.key, at, items.length);
      if (next === null) return;
      setAt(next);
      document.getElementById(`${id}-${items[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };
  return (
    <Sheet label={said.label} onClose={onClose} className="palette">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={said.field}
        placeholder={said.field}
        autoComplete="off"
        spellCheck={false}
        className="palette-field"
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <div id={id} {...LIST} aria-label={said.label} className="palette-list">
        {shown.map((group) => (
          <div key={group.label} {...GROUP} aria-label={group.label}>
            <div aria-hidden className="palette-heading">
              {group.label}
            </div>
            {group.items.map((item) => (
              <button
                key={item.id}
                type="button"
                id={idOf(item)}
                {...option(item === chosen)}
                tabIndex={-1}
                className={clsx('palette-item', item === chosen && 'is-chosen')}
                onPointerMove={() => setAt(items.indexOf(item))}
                onClick={() => run(item)}
              >
                <span className="palette-label">
                  {item.label}
                  {item.excerpt !== undefined && <RowExcerpt excerpt={item.excerpt} />}
                </span>
                {item.keys !== undefined && <kbd>{item.keys}</kbd>}
              </button>
            ))}
          </div>
        ))}
      </div>
      <output className={items.length === 0 ? 'palette-none' : 'sr-only'}>
        {items.length > 0 ? said.found(items.length) : !isSearching && said.none}
      </output>
    </Sheet>
  );
}

/** After the last comes the first. Home and End are for the words in the field. */
function nextOf(key: string, at: number, count: number): number | null {
  if (count === 0 || key === 'Home' || key === 'End') return null;
  if (key === 'ArrowDown' && at >= count - 1) return 0;
  if (key === 'ArrowUp' && at <= 0) return count - 1;
  return rowAfter(key, at, count);
}
