import { useEffect } from 'react';

import type { Provider, Refusal } from '@indelible/provider';

import { useSeenBack } from '../api/queries.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/use-words.ts';
import { RefusalAction } from './refusal-action.tsx';

interface RefusalNoticeProps {
  readonly id: string;
  readonly refusal: Refusal;
  readonly provider: Provider;
  readonly reopen: () => void;
}

/** Above words that have lost their server for good: what happened, what is safe, what to do. */
export function RefusalNotice({ id, refusal, provider, reopen }: RefusalNoticeProps) {
  useWords();
  const words = refusalWords(refusal, true);
  const seen = useSeenBack(id, refusal === 'notFound');
  useEffect(() => {
    if (seen > 0) provider.retry();
  }, [seen, provider]);
  return (
    <div className="px-5 pt-4">
      <section
        role="alert"
        className="mx-auto flex max-w-[44rem] flex-wrap items-center gap-x-4 gap-y-2 rounded-ui border border-border bg-sunken px-4 py-3 text-[0.9375rem]"
      >
        <p className="min-w-[16rem] flex-1 text-pretty">
          <strong className="font-semibold">{words.title}</strong> {words.detail}
        </p>
        <RefusalAction id={id} words={words} provider={provider} reopen={reopen} />
      </section>
    </div>
  );
}
