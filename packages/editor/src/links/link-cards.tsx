import type { Editor } from '@tiptap/core';
import { lazy, Suspense, useEffect, useState } from 'react';

import type { Ask } from '../forms/ask.ts';
import { LinkWatch, type RestedLink } from './link-watch.ts';

const LinkCard = lazy(async () => ({ default: (await import('./link-card.tsx')).LinkCard }));

interface LinkCardsProps {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly onAsk: Ask;
}

interface Rested {
  readonly link: RestedLink;
  readonly watch: LinkWatch;
}

/** The card beside a link that somebody rests in; fetched when somebody first does. */
export function LinkCards(props: LinkCardsProps) {
  const { editor } = props;
  const [rested, setRested] = useState<Rested | null>(null);
  useEffect(() => {
    const watch = new LinkWatch(editor, (link) => setRested(link && { link, watch }));
    return () => watch.end();
  }, [editor]);
  if (rested === null) return null;
  return (
    <Suspense>
      <LinkCard {...props} {...rested} />
    </Suspense>
  );
}
