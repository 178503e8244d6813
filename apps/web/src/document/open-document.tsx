import { useEffect, useState } from 'react';

import type { Provider } from '@indelible/provider';

import { catchUpSoon } from '../offline/keep-up.ts';
import { noteRefusal } from '../offline/refusals.ts';
import { serverTime } from '../offline/server-time.ts';
import { DocumentDialogs } from '../palette/dialogs.tsx';
import { rememberTitle } from '../start/remembered.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useWords } from '../words/use-words.ts';
import { Bar } from './bar.tsx';
import { contentView } from './content-view.ts';
import { DocumentBody } from './document-body.tsx';
import { Skeleton } from './skeleton.tsx';
import { useProvider, useStatus } from './use-provider.ts';
import { useTitle } from './use-title.ts';
import { useWarnOnClose } from './use-warn-on-close.ts';

/** Opens a document and shows it. */
export function OpenDocument({ id }: { id: string }) {
  const [attempt, setAttempt] = useState(0);
  // Another key lets go of the document and opens it anew.
  return <Opened key={attempt} id={id} reopen={() => setAttempt((count) => count + 1)} />;
}

function Opened({ id, reopen }: { id: string; reopen: () => void }) {
  const provider = useProvider(id);
  if (!provider) return <Skeleton />;
  return <WithProvider id={id} provider={provider} reopen={reopen} />;
}

interface WithProviderProps {
  readonly id: string;
  readonly provider: Provider;
  readonly reopen: () => void;
}

function WithProvider({ id, provider, reopen }: WithProviderProps) {
  const { pages } = useWords();
  const status = useStatus(provider);
  const title = useTitle(provider);
  const view = contentView(status);
  const edited = status.save.state !== 'saved';
  const isSafeThere = status.content === 'synced' && !edited;
  useWarnOnClose(provider);
  useDocumentTitle(view.show === 'page' ? pages.tabTitle(title || pages.untitled) : 'Indelible');
  useEffect(() => {
    if (!isSafeThere) return;
    noteRefusal(id, null);
    catchUpSoon();
  }, [id, isSafeThere]);
  useEffect(() => {
    if (view.show === 'page') rememberTitle(id, title, edited ? serverTime() : null);
  }, [id, title, view.show, edited]);

  return (
    <>
      <Bar
        id={id}
        title={title}
        provider={provider}
        status={status}
        written={view.show === 'page'}
      />
      <DocumentDialogs id={id} provider={provider} />
      <DocumentBody id={id} title={title} provider={provider} view={view} reopen={reopen} />
    </>
  );
}
