import { getMarkRange } from '@tiptap/core';
import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';

/** The words of one link and where it leads; the address may be an unsafe one. */
export interface LinkRange {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

/** The link that the caret is in, not beside; null too while something is selected. */
export function linkAtCaret({ selection }: Pick<EditorState, 'selection'>): LinkRange | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  return rangeOf(selection.$from, selection.$from.marks());
}

/** The link of the words right behind a position; null where there is none. */
export function linkBehind(doc: Node, position: number): LinkRange | null {
  if (position < 0 || position > doc.content.size) return null;
  const $position = doc.resolve(position);
  return rangeOf($position, $position.nodeAfter?.marks ?? []);
}

function rangeOf($position: ResolvedPos, marks: readonly Mark[]): LinkRange | null {
  const mark = marks.find(({ type }) => type.name === 'link');
  const href: unknown = mark?.attrs['href'];
  if (mark === undefined || typeof href !== 'string') return null;
  const range = getMarkRange($position, mark.type, mark.attrs);
  return range === undefined ? null : { from: range.from, to: range.to, href };
}
