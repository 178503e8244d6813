import { Check, Link2 } from 'lucide-react';
import { useRef, useState } from 'react';

import { copyText, usePopup } from '@indelible/editor/controls';

import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';

/** The link to this document and what having it means. */
export function ShareButton() {
  const { share } = useWords();
  const { open, trigger, popup } = usePopup({ onOpened: focusCopy });
  return (
    <>
      <Button look="quiet" className="px-2.5" aria-label={share.label} {...trigger}>
        <Link2 size={18} aria-hidden />
        <span className="max-md:hidden">{share.label}</span>
      </Button>
      <section
        {...popup}
        aria-label={share.label}
        className="floating w-[min(24rem,calc(100vw-1rem))] p-4"
      >
        {open && <SharePanel />}
      </section>
    </>
  );
}

const focusCopy = (panel: HTMLElement): void =>
  panel.querySelector('button')?.focus({ preventScroll: true });

function SharePanel() {
  const { share } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = location.origin + location.pathname;

  const copy = async (): Promise<void> => {
    if (await copyText(link)) setCopied(true);
    // Selected for Ctrl C.
    else field.current?.select();
  };

  return (
    <>
      <p className="text-[0.9375rem] text-pretty">
        <strong className="font-semibold">{share.anyone}</strong>{' '}
        <span className="text-muted">{share.advice}</span>
      </p>
      <div className="mt-3 flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={share.link}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="h-9 min-w-0 grow rounded-ui border border-border bg-sunken px-2.5 text-[0.875rem] text-muted pointer-coarse:h-11"
        />
        <Button look="main" onClick={() => void copy()}>
          {copied && <Check size={16} aria-hidden />}
          {copied ? share.copied : share.copy}
        </Button>
      </div>
      <output className="sr-only">{copied ? share.announced : ''}</output>
    </>
  );
}
