import type { Editor } from '@tiptap/core';
import { type LucideIcon, PanelTop, Trash2 } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';

import { Toolbar } from '../controls/toolbar.tsx';
import { useEditorState } from '../page/use-editor-state.ts';
import { ToolbarButton } from '../toolbar/toolbar-button.tsx';
import {
  AddColumnAfter,
  AddColumnBefore,
  AddRowAbove,
  AddRowBelow,
  DeleteColumn,
  DeleteRow,
} from './table-icons.ts';

interface TableAction {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: (editor: Editor) => void;
}

const actions: readonly (readonly TableAction[])[] = [
  [
    {
      label: 'Add row above',
      icon: AddRowAbove,
      run: (e) => e.chain().focus().addRowBefore().run(),
    },
    {
      label: 'Add row below',
      icon: AddRowBelow,
      run: (e) => e.chain().focus().addRowAfter().run(),
    },
    { label: 'Delete row', icon: DeleteRow, run: (e) => e.chain().focus().deleteRow().run() },
  ],
  [
    {
      label: 'Add column before',
      icon: AddColumnBefore,
      run: (e) => e.chain().focus().addColumnBefore().run(),
    },
    {
      label: 'Add column after',
      icon: AddColumnAfter,
      run: (e) => e.chain().focus().addColumnAfter().run(),
    },
    {
      label: 'Delete column',
      icon: DeleteColumn,
      run: (e) => e.chain().focus().deleteColumn().run(),
    },
  ],
  [
    { label: 'Heading row', icon: PanelTop, run: (e) => e.chain().focus().toggleHeaderRow().run() },
    { label: 'Delete table', icon: Trash2, run: (e) => e.chain().focus().deleteTable().run() },
  ],
];

interface TableActionsProps {
  readonly editor: Editor;
  /** What the table's place is measured from. */
  readonly page: RefObject<HTMLElement | null>;
}

const shownTable = (editor: Editor) => ({
  table: editor.isActive('table') ? tableAtCaret(editor) : null,
});

/** A small row of actions in the room above the table that has the caret; it follows a long table. */
export function TableActions({ editor, page }: TableActionsProps) {
  const { table } = useEditorState(editor, shownTable);
  const place = usePlace(table, page);
  const row = useRef<HTMLDivElement>(null);
  if (place === null) return null;
  return (
    <div className="ed-table-place" style={place}>
      <Toolbar ref={row} className="ed-table-actions" aria-label="Table">
        {actions.map((group, index) => (
          <div className="ed-group" key={index}>
            {group.map(({ label, icon, run }) => (
              <ToolbarButton key={label} label={label} icon={icon} onPress={() => run(editor)} />
            ))}
          </div>
        ))}
      </Toolbar>
    </div>
  );
}

function tableAtCaret({ view }: Editor): HTMLElement | null {
  const { node } = view.domAtPos(view.state.selection.from);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('.tableWrapper') ?? null;
}

interface Place {
  readonly table: HTMLElement;
  readonly style: { readonly top: number; readonly left: number; readonly height: number };
}

/** Where the table is in the page, in pixels; null until it has been measured. */
function usePlace(table: HTMLElement | null, page: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const frame = page.current;
    if (table === null || frame === null) return undefined;
    const measure = () => {
      const [inner, outer] = [table.getBoundingClientRect(), frame.getBoundingClientRect()];
      const [top, left] = [inner.top - outer.top, inner.left - outer.left];
      setPlace({ table, style: { top, left, height: inner.height } });
    };
    // The page grows with every line written above the table.
    const observer = new ResizeObserver(measure);
    observer.observe(table);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [table, page]);
  return place !== null && place.table === table ? place.style : null;
}
