import { Check } from 'lucide-react';
import { useState } from 'react';

import { copyText } from '@indelible/editor/controls';

import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { notifyFailure } from './notify.ts';

/** Puts a document's words on the clipboard, as Markdown. */
export function CopyButton({ text }: { text: () => Promise<string> }) {
  const [copied, setCopied] = useState(false);
  const { copyMarkdown, copied: done, copyFailed, copyFailedDetail } = useWords().offline;
  const copy = async (): Promise<void> => {
    if (await text().then(copyText, () => false)) setCopied(true);
    else void notifyFailure(copyFailed, copyFailedDetail);
  };
  return (
    <Button onClick={() => void copy()}>
      {copied && <Check size={16} aria-hidden />}
      <span aria-live="polite">{copied ? done : copyMarkdown}</span>
    </Button>
  );
}
