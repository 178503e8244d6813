import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { Copy, ExternalLink, Pencil, Unlink } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

import { isSafeHref } from '@indelible/document';

import { copyText } from '../controls/copy-text.ts';
import { barHeight, keepLaid, putBeside } from '../controls/put-beside.ts';
import { sayBriefly } from '../controls/say-briefly.ts';
import { Toolbar } from '../controls/toolbar.tsx';
import type { Ask } from '../forms/ask.ts';
import { openLink } from '../forms/open-link.ts';
import { ToolbarButton } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';
import { words } from '../words/words.ts';
import { besideLink } from './beside-link.ts';
import type { LinkRange } from './link-range.ts';
import type { LinkWatch, RestedLink } from './link-watch.ts';
import { shortAddress } from './short-address.ts';

interface LinkCardProps {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly link: RestedLink;
  readonly watch: LinkWatch;
  readonly onAsk: Ask;
}

/** Where a link leads, and what can be done with it, beside its words. */
export function LinkCard({ editor, editable, link, watch, onAsk }: LinkCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const { links } = useWords();
  useBesideLink(card, editor, link, watch);
  useEffect(() => {
    if (link.isEntered) card.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [link.isEntered]);
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    watch.leave();
  };
  const address = shortAddress(link.href);
  return (
    <Toolbar
      ref={card}
      popover="manual"
      className="ed-link-card"
      aria-label={links.to(address)}
      onPointerEnter={() => watch.stay()}
      onPointerLeave={() => watch.goSoon()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) watch.dismiss();
      }}
      onKeyDown={back}
    >
      <bdi className="ed-link-address" dir="ltr" title={link.href}>
        {address}
      </bdi>
      {isSafeHref(link.href) && (
        <>
          <ToolbarButton
            label={links.open}
            icon={ExternalLink}
            onPress={() => openLink(link.href)}
          />
          <ToolbarButton label={links.copy} icon={Copy} onPress={() => void copy(link.href)} />
        </>
      )}
      {editable && (
        <>
          <ToolbarButton
            label={links.edit}
            icon={Pencil}
            onPress={() => {
              goInto(editor, link);
              watch.dismiss();
              onAsk('link');
            }}
          />
          <ToolbarButton
            label={links.unlink}
            icon={Unlink}
            onPress={() => {
              watch.leave();
              unlink(editor, link);
            }}
          />
        </>
      )}
    </Toolbar>
  );
}

async function copy(href: string): Promise<void> {
  const { links, blocks } = words();
  sayBriefly((await copyText(href)) ? links.copied : blocks.code.notCopied);
}

/** The form is about the link at the caret; one of a single letter has no inside and is selected. */
function goInto({ view }: Editor, { from, to }: LinkRange): void {
  const { tr, selection } = view.state;
  if (selection.empty && selection.from > from && selection.from < to) return;
  const end = to - from === 1 ? to : from + 1;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end === to ? from : end, end)));
}

function unlink({ view }: Editor, { from, to }: LinkRange): void {
  const { tr, schema } = view.state;
  const mark = schema.marks['link'];
  if (mark !== undefined) view.dispatch(tr.removeMark(from, to, mark));
}

function useBesideLink(
  ref: RefObject<HTMLElement | null>,
  editor: Editor,
  link: RestedLink,
  watch: LinkWatch,
): void {
  useLayoutEffect(() => {
    const card = ref.current;
    if (card === null) return undefined;
    // Where the words were when they were pointed at, so that the card goes along with them.
    const first = linesOf(editor, link)[0];
    const offset = { x: link.x - (first?.left ?? 0), y: link.y - (first?.top ?? 0) };
    const lay = () => {
      if (!layBeside(card, linesOf(editor, link), offset)) watch.dismiss();
    };
    if (!card.matches(':popover-open')) card.showPopover();
    lay();
    return keepLaid(editor.view.dom, lay);
  }, [ref, editor, link, watch]);
}

/** The lines that the words of a link stand on, in pixels of the window. */
function linesOf({ view, isDestroyed }: Editor, { from, to }: LinkRange): readonly DOMRect[] {
  if (isDestroyed || to > view.state.doc.content.size) return [];
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()];
}

/** @returns false if the words have been scrolled out of sight, or leave no room beside them. */
function layBeside(
  card: HTMLElement,
  lines: readonly DOMRect[],
  offset: { readonly x: number; readonly y: number },
): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  const box = besideLink(lines, { x: first.left + offset.x, y: first.top + offset.y });
  const top = barHeight();
  if (box === null || box.bottom < top || box.top > innerHeight) return false;
  putBeside(card, box, { side: 'below', align: 'start', gap: 6 }, { top });
  const laid = card.getBoundingClientRect();
  return laid.top >= box.bottom || laid.bottom <= box.top;
}
