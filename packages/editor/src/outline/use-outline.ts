import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

import { WhenQuiet } from '../desk/when-quiet.ts';
import { type Heading, headingsOf, lastAbove } from './headings.ts';

/** Milliseconds. */
const QUIET = 200;

/** Pixels below the top at which a heading counts as what is being read. */
const READING_LINE = 150;

/** The document's headings, a moment after they change. */
export function useHeadings(editor: Editor): readonly Heading[] {
  const [headings, setHeadings] = useState<readonly Heading[]>(() => headingsOf(editor.state.doc));
  useEffect(() => {
    const looking = new WhenQuiet(() => {
      if (!editor.isDestroyed) setHeadings(headingsOf(editor.state.doc));
    }, QUIET);
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) looking.later();
    };
    looking.later();
    editor.on('transaction', onTransaction);
    return () => {
      looking.end();
      editor.off('transaction', onTransaction);
    };
  }, [editor]);
  return headings;
}

/** Which heading is being read: the last one above the top of the screen; -1 before the first. */
export function useHeadingInView(editor: Editor, headings: readonly Heading[]): number {
  const [inView, setInView] = useState(-1);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (editor.isDestroyed) return;
      const topOf = (index: number): number => topOfHeading(editor, headings[index]);
      setInView(lastAbove(headings.length, topOf, READING_LINE));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    later();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [editor, headings]);
  return inView;
}

/** Goes to a heading: it comes to the top of the page, and the caret to its end. */
export function goToHeading(editor: Editor, { at }: Heading): void {
  const node = editor.state.doc.nodeAt(at);
  if (node === null) return;
  // Also opens the toggle it may be in.
  editor.commands.setTextSelection(at + 1 + node.content.size);
  // Not the element's own: it would bring back the browser's former selection.
  editor.view.focus();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = topOfHeading(editor, { at }) - READING_LINE + 24;
  if (Number.isFinite(top)) scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
}

/** Pixels from the top of the screen; a heading in a closed toggle is where what is seen of the toggle is. */
function topOfHeading(editor: Editor, heading: Pick<Heading, 'at'> | undefined): number {
  if (heading === undefined || heading.at >= editor.state.doc.content.size) return Infinity;
  let element = editor.view.nodeDOM(heading.at);
  while (element instanceof HTMLElement && element.getClientRects().length === 0) {
    element = element.parentElement;
  }
  return element instanceof HTMLElement ? element.getBoundingClientRect().top : Infinity;
}
