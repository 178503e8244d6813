import { Check } from 'lucide-react';
import { useState } from 'react';

import { readText, readTitle } from '@indelible/document';
import type { Provider } from '@indelible/provider';

import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { Button } from '../ui/button.tsx';
import { notifyFailure } from '../ui/notify.ts';
import { useWords } from '../words/use-words.ts';
import { keepAsNew } from './keep-as-new.ts';

/** What can become of a copy that belongs to an earlier document. Nothing of it is deleted before it is chosen. */
export function CopyChoices({ provider }: { provider: Provider }) {
  return (
    <div className="flex flex-wrap gap-2">
      <KeepButton provider={provider} />
      <CopyTextButton provider={provider} />
      <DiscardButton provider={provider} />
    </div>
  );
}

function KeepButton({ provider }: { provider: Provider }) {
  const [busy, setBusy] = useState(false);
  const { copies } = useWords();
  const keep = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const id = await keepAsNew(provider);
      // It is on the server under its new address; here it would only be asked about again.
      await provider.discard().catch(() => undefined);
      await go(documentAddress(id));
    } catch {
      setBusy(false);
      void notifyFailure(copies.couldNotKeep, copies.stillHere);
    }
  };
  return (
    <Button look="main" onClick={() => void keep()} aria-disabled={busy}>
      {copies.keep}
    </Button>
  );
}

function CopyTextButton({ provider: { doc } }: { provider: Provider }) {
  const [copied, setCopied] = useState(false);
  const { copies } = useWords();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${readTitle(doc)}\n\n${readText(doc)}`.trim());
      setCopied(true);
    } catch {
      void notifyFailure(copies.couldNotCopy, copies.copyYourself);
    }
  };
  return (
    <Button onClick={() => void copy()}>
      {copied && <Check size={16} aria-hidden />}
      <span aria-live="polite">{copied ? copies.copied : copies.copyText}</span>
    </Button>
  );
}

function DiscardButton({ provider }: { provider: Provider }) {
  const { copies } = useWords();
  const discard = async (): Promise<void> => {
    try {
      await provider.discard();
      location.reload();
    } catch {
      void notifyFailure(copies.couldNotDiscard, copies.notDiscarded);
    }
  };
  return <Button onClick={() => void discard()}>{copies.discard}</Button>;
}
