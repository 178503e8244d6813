import clsx from 'clsx';
import { ArrowLeft, ListTree } from 'lucide-react';
import { lazy, Suspense } from 'react';

import { deskOf, toggleOutline, useDesk } from '@indelible/editor/desk';
import type { Provider, ProviderStatus } from '@indelible/provider';

import { START } from '../pages/addresses.ts';
import { PageLink } from '../pages/page-link.tsx';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { MoreMenu } from './more-menu.tsx';
import { ShareButton } from './share-button.tsx';
import { StatusLine } from './status-line.tsx';
import { useTitleOutOfView } from './use-title-out-of-view.ts';

const People = lazy(async () => ({ default: (await import('./writing-surface.tsx')).People }));

interface BarProps {
  readonly id: string;
  readonly title: string;
  readonly provider: Provider;
  readonly status: ProviderStatus;
  /** Whether there is a page with words on it below. */
  readonly written: boolean;
}

/** The one strip of interface above a document. On a phone the status takes a second line. */
export function Bar({ id, title, provider, status, written }: BarProps) {
  const scrolled = useTitleOutOfView(written);
  const { pages } = useWords();
  return (
    <header
      className={clsx(
        'document-bar sticky top-0 z-30 flex flex-wrap items-center gap-x-1.5 border-b bg-surface px-2 transition-colors sm:px-3',
        // On wide screens the toolbar follows, and a line would part the two.
        scrolled ? 'border-border min-[43.75rem]:border-transparent' : 'border-transparent',
      )}
    >
      <PageLink
        to={START}
        aria-label={pages.allDocuments}
        title={pages.allDocuments}
        className="touch-target inline-grid shrink-0 place-items-center rounded-ui text-muted hover:bg-sunken hover:text-text"
      >
        <ArrowLeft size={18} aria-hidden />
      </PageLink>
      {written && <OutlineButton provider={provider} />}
      <p
        // The page's own title is the heading; this one repeats it for eyes only.
        aria-hidden
        dir="auto"
        className={clsx(
          'min-w-0 flex-1 truncate px-1 font-page text-[1rem] transition-opacity',
          !scrolled && 'opacity-0',
        )}
      >
        {written && (title || pages.untitled)}
      </p>
      {/* Its words change every second, so it stands where its width pushes nobody about. */}
      <StatusLine status={status} retry={() => provider.retry()} written={written} />
      {written && (
        <Suspense>
          <People provider={provider} />
        </Suspense>
      )}
      <ShareButton />
      <MoreMenu id={id} title={title} provider={provider} written={written} />
    </header>
  );
}

function OutlineButton({ provider }: { readonly provider: Provider }) {
  const { palette } = useWords();
  const desk = deskOf(provider);
  const isOpen = useDesk(desk, 'outline');
  return (
    <IconButton
      label={palette.outline}
      aria-expanded={isOpen}
      data-open={isOpen || undefined}
      onClick={() => toggleOutline(desk)}
    >
      <ListTree size={18} aria-hidden />
    </IconButton>
  );
}
