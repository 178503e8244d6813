import { Search } from 'lucide-react';
import type { Ref } from 'react';

import { MAX_QUERY } from '@indelible/protocol';

import { useWords } from '../words/use-words.ts';

interface SearchFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Arrow down: into the list. */
  readonly onDown: () => void;
  /** Enter: the first one found. */
  readonly onOpen: () => void;
}

/** Narrows the list down to documents with these words. */
export function SearchField({ ref, value, onChange, onDown, onOpen }: SearchFieldProps) {
  const { search } = useWords();
  return (
    <label className="relative min-w-0 grow">
      <span className="sr-only">{search.label}</span>
      <Search
        size={17}
        aria-hidden
        className="absolute top-1/2 start-3 -translate-y-1/2 text-muted"
      />
      <input
        ref={ref}
        type="search"
        dir="auto"
        placeholder={search.placeholder}
        aria-keyshortcuts="/ Control+K Meta+K"
        maxLength={MAX_QUERY}
        enterKeyHint="go"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') onDown();
          else if (event.key === 'Enter' && value.trim() !== '') onOpen();
          else if (event.key === 'Escape' && value === '') event.currentTarget.blur();
          else if (event.key === 'Escape') onChange('');
          else return;
          event.preventDefault();
        }}
        className="h-11 w-full rounded-ui border border-border bg-raised px-10 text-[1rem] placeholder:text-muted focus-visible:outline-offset-0"
      />
    </label>
  );
}
