import { useEffect } from 'react';

import type { Provider, Refusal } from '@indelible/provider';

import { useSeenBack } from '../api/queries.ts';
import { noteRefusal } from '../offline/refusals.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/use-words.ts';
import { CopyChoices } from './copy-choices.tsx';
import { RefusalAction } from './refusal-action.tsx';
import { useStatus } from './use-provider.ts';

interface RefusalNoticeProps {
  readonly id: string;
  readonly refusal: Refusal;
  readonly provider: Provider;
  readonly reopen: () => void;
}

/** Above words that have lost their server for good: what happened, what is safe, what to do. */
export function RefusalNotice({ id, refusal, provider, reopen }: RefusalNoticeProps) {
  const said = refusalWords(refusal, true);
  const isUnsent = useStatus(provider).save.state !== 'saved';
  const seen = useSeenBack(id, refusal === 'notFound');
  useEffect(() => {
    if (isUnsent) noteRefusal(id, refusal);
  }, [id, refusal, isUnsent]);
  useEffect(() => {
    if (seen > 0) provider.retry();
  }, [seen, provider]);
  return (
    // Also for those who are further down in a long document.
    <div className="sticky top-(--bar-height) z-10 max-h-[50dvh] overflow-y-auto bg-surface px-5 pt-4 pb-2">
      <section
        role="alert"
        className="mx-auto flex max-w-[44rem] flex-wrap items-center gap-x-4 gap-y-2 rounded-ui border border-border bg-sunken px-4 py-3 text-[0.9375rem]"
      >
        <p className="min-w-[16rem] flex-1 text-pretty">
          <strong className="font-semibold">{said.title}</strong> {said.detail}
        </p>
        <RefusalAction id={id} words={said} provider={provider} reopen={reopen} />
        {isUnsent && said.action !== 'choose' && <UnsentHere id={id} provider={provider} />}
      </section>
    </div>
  );
}

/** Some of the words never reached the server, and nobody but this device has them. */
function UnsentHere({ id, provider }: { id: string; provider: Provider }) {
  return (
    <div className="w-full border-t border-border pt-2.5">
      <p className="mb-2 text-pretty">{useWords().offline.unsentWords}</p>
      <CopyChoices id={id} provider={provider} current={false} />
    </div>
  );
}
