import { useState } from 'react';

import type { Provider } from '@indelible/provider';

import { discardHere } from '../offline/edit-here.ts';
import { markdownIn, saveAsNew } from '../offline/words-here.ts';
import { documentAddress, START } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DiscardButton } from '../ui/discard-button.tsx';
import { notifyFailure } from '../ui/notify.ts';
import { useWords } from '../words/use-words.ts';

interface CopyChoicesProps {
  readonly id: string;
  readonly provider: Provider;
  /** Whether there is something to open in place of the copy. */
  readonly current: boolean;
}

/** What can become of a copy that the server won't have. Nothing of it is deleted before it is chosen. */
export function CopyChoices({ id, provider, current }: CopyChoicesProps) {
  const { discardAndOpen } = useWords().offline;
  const letGo = async (): Promise<void> => {
    await provider.discard();
    await discardHere(id);
  };
  const discard = async (): Promise<void> => {
    await letGo();
    if (current) location.reload();
    else await go(START);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <KeepButton provider={provider} letGo={letGo} />
      <CopyButton text={() => markdownIn(provider)} />
      <DiscardButton discard={discard} {...(current && { label: discardAndOpen })} />
    </div>
  );
}

function KeepButton({ provider, letGo }: { provider: Provider; letGo: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const { keepAsNew, saveAsNewFailed, stillHere } = useWords().offline;
  const keep = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const id = await saveAsNew(provider);
      // Its words are in the new one; here they would only be asked about again.
      await letGo().catch(() => undefined);
      await go(documentAddress(id));
    } catch {
      setBusy(false);
      void notifyFailure(saveAsNewFailed, stillHere);
    }
  };
  return (
    <Button look="main" onClick={() => void keep()} aria-disabled={busy}>
      {keepAsNew}
    </Button>
  );
}
