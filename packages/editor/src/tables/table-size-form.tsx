import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import { insertTable } from '../blocks/actions.ts';
import { FloatingForm } from '../forms/floating-form.tsx';
import { useWords } from '../words/use-words.ts';

interface TableSizeFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const LARGEST = 8;
const lines = Array.from({ length: LARGEST }, (_, index) => index + 1);
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const between = (count: number): number => Math.min(Math.max(count, 1), LARGEST);

/** Asks how large a new table is to be: with the mouse on a grid, or with arrow keys and Enter. */
export function TableSizeForm({ editor, onClose }: TableSizeFormProps) {
  const [{ rows, columns }, setSize] = useState<Size>({ rows: 3, columns: 3 });
  const grid = useRef<HTMLButtonElement>(null);
  useEffect(() => grid.current?.focus(), []);
  const { size, sized, sizeSpoken } = useWords().tables;

  const insert = () => {
    insertTable(editor, rows, columns);
    onClose();
  };
  const change = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setSize({ rows: between(rows + step[0]), columns: between(columns + step[1]) });
  };

  return (
    <FloatingForm editor={editor} label={size} onSubmit={insert} onClose={onClose}>
      <button
        ref={grid}
        type="submit"
        className="ed-table-size"
        aria-label={sizeSpoken(rows, columns)}
        onKeyDown={change}
      >
        {lines.flatMap((row) =>
          lines.map((column) => (
            <span
              key={`${row} ${column}`}
              data-on={row <= rows && column <= columns ? '' : undefined}
              onPointerEnter={() => setSize({ rows: row, columns: column })}
            />
          )),
        )}
      </button>
      <output className="ed-table-sized">{sized(rows, columns)}</output>
    </FloatingForm>
  );
}
