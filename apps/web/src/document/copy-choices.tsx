import { Check } from 'lucide-react';
import { useState } from 'react';

import { readText, readTitle } from '@indelible/document';
import type { Provider } from '@indelible/provider';

import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { Button } from '../ui/button.tsx';
import { notifyFailure } from '../ui/notify.ts';
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
      void notifyFailure(
        'Couldn’t make a new document of your copy',
        'The server didn’t answer as it should. Your copy is still on this device; try again in a moment.',
      );
    }
  };
  return (
    <Button look="main" onClick={() => void keep()} aria-disabled={busy}>
      Keep my copy as a new document
    </Button>
  );
}

function CopyTextButton({ provider: { doc } }: { provider: Provider }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${readTitle(doc)}\n\n${readText(doc)}`.trim());
      setCopied(true);
    } catch {
      void notifyFailure(
        'Couldn’t copy the text',
        'The browser doesn’t let this page write to the clipboard. Select the text on the page and copy it yourself.',
      );
    }
  };
  return (
    <Button onClick={() => void copy()}>
      {copied && <Check size={16} aria-hidden />}
      <span aria-live="polite">{copied ? 'Copied' : 'Copy text'}</span>
    </Button>
  );
}

function DiscardButton({ provider }: { provider: Provider }) {
  const discard = async (): Promise<void> => {
    try {
      await provider.discard();
      location.reload();
    } catch {
      void notifyFailure(
        'Couldn’t discard your copy',
        'The browser didn’t let go of it. Nothing has changed; try again, or clear this site’s data in the browser.',
      );
    }
  };
  return <Button onClick={() => void discard()}>Discard my copy and open the current one</Button>;
}
