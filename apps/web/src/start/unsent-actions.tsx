import { useState } from 'react';

import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DiscardButton } from '../ui/discard-button.tsx';
import { notifyFailure } from '../ui/notify.ts';
import { useWords } from '../words/use-words.ts';
import type { LocalRow } from './remembered.ts';

// Loaded on demand: it brings the whole document machinery along.
const wordsHere = () => import('../offline/words-here.ts');

/** The ways out for words that the server refuses. Nothing of them is deleted before somebody says so twice. */
export function UnsentActions({ row }: { row: LocalRow }) {
  const [busy, setBusy] = useState(false);
  const { saveAsNew, saveAsNewFailed, stillHere } = useWords().offline;
  const keep = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const id = await (await wordsHere()).saveHereAsNew(row.id);
      await go(documentAddress(id));
    } catch {
      setBusy(false);
      void notifyFailure(saveAsNewFailed, stillHere);
    }
  };
  return (
    <span className="flex flex-wrap gap-2">
      <CopyButton text={async () => (await wordsHere()).markdownHere(row.id)} />
      <Button onClick={() => void keep()} aria-disabled={busy}>
        {saveAsNew}
      </Button>
      <DiscardButton discard={async () => (await wordsHere()).discardWords(row.id)} />
    </span>
  );
}
