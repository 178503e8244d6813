import { useEffect, useRef } from 'react';

import { MAX_TITLE } from '@indelible/protocol';

import { useWords } from '../words/use-words.ts';

interface RenameFieldProps {
  readonly title: string;
  /** `null`: nothing is to change. */
  readonly onDone: (title: string | null) => void;
}

/** The title as a field in its place: Enter or leaving it keeps the new one, Escape the old one. */
export function RenameField({ title, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const { start, pages } = useWords();
  useEffect(() => {
    // A frame later than the menu, which hands the focus back to its button while it closes.
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  const finish = (next: string | null): void => {
    if (done.current) return;
    done.current = true;
    const trimmed = next?.trim();
    onDone(trimmed === undefined || trimmed === title ? null : trimmed);
  };

  return (
    <input
      ref={field}
      dir="auto"
      aria-label={start.newTitleFor(title || pages.untitled)}
      defaultValue={title}
      maxLength={MAX_TITLE}
      enterKeyHint="done"
      className="min-h-11 min-w-0 grow rounded-ui bg-raised px-3 font-page text-[1.125rem]"
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}
