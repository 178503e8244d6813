import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';

/** Where a picture or film stands in its column, and how wide it is in CSS pixels; null for as wide as it is. */
export interface MediaPlace {
  readonly align: 'left' | 'center' | 'right' | 'full';
  readonly width: number | null;
}

/** Pixels. */
const NARROWEST = 48;
const WIDEST = 10_000;
/** Pixels by which a key press changes the width. */
const STEP = 32;

/** What the attributes say, as far as it can be drawn; they may come from anywhere. */
export function mediaPlace({ align, width }: Readonly<Record<string, unknown>>): MediaPlace {
  const pixels =
    typeof width === 'string' || typeof width === 'number' ? Math.round(Number(width)) : 0;
  return {
    align: align === 'left' || align === 'right' || align === 'full' ? align : 'center',
    width: pixels > 0 && pixels <= WIDEST ? Math.max(pixels, NARROWEST) : null,
  };
}

/** The width nearest to the one wanted that a column of `column` pixels has room for. */
export const fittingWidth = (wanted: number, column: number): number =>
  Math.round(Math.max(NARROWEST, Math.min(wanted, Math.max(NARROWEST, column))));

/** The picture, film, file or frame that is selected, or whose caption has the caret, and where it is. */
export function currentMedia({
  selection,
}: Editor['state']): { readonly node: Node; readonly at: number } | null {
  if (selection instanceof NodeSelection) {
    return isMedia(selection.node) ? { node: selection.node, at: selection.from } : null;
  }
  const { $from, $to } = selection;
  if (!$from.sameParent($to) || $from.parent.type.name !== 'image') return null;
  return { node: $from.parent, at: $from.before() };
}

export const isMedia = (node: Node | null | undefined): boolean =>
  node !== null &&
  node !== undefined &&
  ['image', 'video', 'file', 'embed'].includes(node.type.name);

/** Makes what is selected wider or narrower by a step, starting from how wide it is drawn. */
export function widen({ view }: Editor, direction: 1 | -1): void {
  const media = currentMedia(view.state);
  if (media === null) return;
  const dom = view.nodeDOM(media.at);
  const box = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.ed-media-box') : null;
  const column = dom instanceof HTMLElement ? dom.clientWidth : 0;
  if (box === null || column === 0) return;
  const width = fittingWidth(box.getBoundingClientRect().width + direction * STEP, column);
  const { tr } = view.state;
  if (mediaPlace(media.node.attrs).align === 'full') tr.setNodeAttribute(media.at, 'align', null);
  view.dispatch(tr.setNodeAttribute(media.at, 'width', width));
}
