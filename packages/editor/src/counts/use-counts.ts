import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

import { WhenQuiet } from '../desk/when-quiet.ts';
import type { Count } from './count.ts';
import { countIn, countSome } from './counter.ts';

/** How much text there is, and how much of it is selected. */
export interface Counts {
  readonly all: Count;
  readonly selected: Count | null;
}

/** Milliseconds. */
const QUIET = 250;

/** Counts the document while the browser is idle; null until it has been counted once. */
export function useCounts(editor: Editor): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => {
    const counting = new WhenQuiet(() => {
      if (editor.isDestroyed) return;
      const { doc, selection } = editor.state;
      if (!countSome(doc)) return counting.goOn();
      const { empty, from, to } = selection;
      setCounts({ all: countIn(doc), selected: empty ? null : countIn(doc, from, to) });
    }, QUIET);
    counting.later();
    editor.on('transaction', counting.later);
    return () => {
      counting.end();
      editor.off('transaction', counting.later);
    };
  }, [editor]);
  return counts;
}
