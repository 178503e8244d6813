import clsx from 'clsx';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';

import { rowAfter } from '@indelible/editor/controls';

import { useWords } from '../words/use-words.ts';
import { fittingGroups, type PaletteGroup, type PaletteItem } from './palette-items.ts';
import { Sheet } from './sheet.tsx';

interface PaletteProps {
  readonly groups: readonly PaletteGroup[];
  readonly onClose: () => void;
}

/** Everything one can go to or do, by its name: arrow keys choose, Enter does it, Escape goes back. */
export function Palette({ groups, onClose }: PaletteProps) {
  const { palette: said } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const shown = useMemo(() => fittingGroups(groups, typed), [groups, typed]);
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
        autoFocus
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
      <div id={id} role="listbox" aria-label={said.label} className="palette-list">
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div aria-hidden className="palette-heading">
              {group.label}
            </div>
            {group.items.map((item) => (
              <div
                key={item.id}
                id={idOf(item)}
                role="option"
                aria-selected={item === chosen}
                className={clsx('palette-item', item === chosen && 'is-chosen')}
                onPointerMove={() => setAt(items.indexOf(item))}
                onClick={() => run(item)}
              >
                <span className="palette-label">{item.label}</span>
                {item.keys !== undefined && <kbd>{item.keys}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <output className={items.length === 0 ? 'palette-none' : 'sr-only'}>
        {items.length === 0 ? said.none : said.found(items.length)}
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
