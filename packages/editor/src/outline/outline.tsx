import type { Editor } from '@tiptap/core';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

import { rowAfter } from '../controls/row-after.ts';
import { ToolbarButton } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';
import { depthsOf, type Heading } from './headings.ts';
import { isRoomBeside } from './room-beside.ts';
import { goToHeading, useHeadingInView, useHeadings } from './use-outline.ts';

interface OutlineProps {
  readonly editor: Editor;
  readonly onClose: () => void;
  /** What stands below the headings. */
  readonly children: ReactNode;
}

/** The document's headings, beside the page or over it; the one that is being read is marked. */
export function Outline({ editor, onClose, children }: OutlineProps) {
  const { outline: said } = useWords();
  const headings = useHeadings(editor);
  const current = useHeadingInView(editor, headings);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Over the page it is what one is at; beside it the caret stays where it is.
    if (!isRoomBeside()) panel.current?.querySelector('button')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      if (!isRoomBeside()) onClose();
      editor.view.focus();
    } else if (!moveFocus(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const go = (heading: Heading) => {
    if (!isRoomBeside()) onClose();
    goToHeading(editor, heading);
  };
  const depths = depthsOf(headings);
  return (
    // The keys act on the buttons inside, which have the focus; the list only hears of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav ref={panel} className="ed-outline" aria-label={said.label} onKeyDown={onKeyDown}>
      <div className="ed-outline-head">
        <span aria-hidden>{said.label}</span>
        <ToolbarButton label={said.close} icon={X} onPress={onClose} />
      </div>
      {headings.length === 0 && <p className="ed-outline-empty">{said.empty}</p>}
      <ol>
        {headings.map((heading, index) => (
          <li key={index}>
            <button
              type="button"
              className={clsx('ed-outline-entry', `is-depth-${Math.min(depths[index] ?? 0, 3)}`)}
              aria-current={index === current ? 'location' : undefined}
              tabIndex={index === Math.max(current, 0) ? 0 : -1}
              onClick={() => go(heading)}
            >
              {heading.text}
            </button>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

function moveFocus({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): boolean {
  const entries = [...currentTarget.querySelectorAll<HTMLElement>('.ed-outline-entry')];
  const from = entries.findIndex((entry) => entry === target);
  const next = from < 0 ? null : rowAfter(key, from, entries.length);
  if (next === null) return false;
  entries[Math.max(next, 0)]?.focus();
  return true;
}
