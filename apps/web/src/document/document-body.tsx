import { lazy, Suspense } from 'react';

import type { Provider } from '@indelible/provider';

import { Button } from '../ui/button.tsx';
import { AllDocuments } from '../ui/message-pages.tsx';
import { Message } from '../ui/message.tsx';
import { assertNever } from '../words/never.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ContentView } from './content-view.ts';
import { RefusalAction } from './refusal-action.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { Skeleton } from './skeleton.tsx';

const ReturnSummary = lazy(async () => ({
  default: (await import('../returning/return-summary.tsx')).ReturnSummary,
}));
const Surface = lazy(async () => ({ default: (await import('./writing-surface.tsx')).Surface }));

interface DocumentBodyProps {
  readonly id: string;
  readonly title: string;
  readonly provider: Provider;
  readonly view: ContentView;
  readonly reopen: () => void;
}

/** Everything below the bar: the document, or a calm page that says why it isn't there. */
export function DocumentBody({ id, title, provider, view, reopen }: DocumentBodyProps) {
  const { pages } = useWords();
  switch (view.show) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return <FailedToOpen retry={() => provider.retry()} />;
    case 'refused': {
      const words = refusalWords(view.refusal, false);
      return (
        <main>
          <Message
            title={words.title}
            actions={<RefusalAction id={id} words={words} provider={provider} reopen={reopen} />}
          >
            {words.detail}
          </Message>
        </main>
      );
    }
    case 'page':
      return (
        <main>
          {/* The title on the page is a field; this is the heading that assistive technology looks for. */}
          <h1 className="sr-only">{title || pages.untitled}</h1>
          {view.refusal && (
            <RefusalNotice id={id} refusal={view.refusal} provider={provider} reopen={reopen} />
          )}
          <Suspense fallback={<Skeleton />}>
            <Surface id={id} provider={provider} editable={view.refusal === null} />
          </Suspense>
          <Suspense>
            <ReturnSummary provider={provider} />
          </Suspense>
        </main>
      );
    default:
      return assertNever(view);
  }
}

function FailedToOpen({ retry }: { retry: () => void }) {
  const { pages } = useWords();
  return (
    <main>
      <Message
        title={pages.failedToOpen.title}
        actions={
          <>
            <Button look="main" onClick={retry}>
              {pages.retry}
            </Button>
            <AllDocuments />
          </>
        }
      >
        {pages.failedToOpen.detail}
      </Message>
    </main>
  );
}
