import type { EditorState } from '@tiptap/pm/state';

import { blocksOf } from './block-range.ts';

/** The block that is only the empty line with the caret; null elsewhere, and in tables, which have no room beside them. */
export function emptyLineAt({ selection }: Pick<EditorState, 'selection'>): number | null {
  const { $from, empty } = selection;
  const { parent } = $from;
  if (!empty || parent.type.name !== 'paragraph' || parent.content.size > 0) return null;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table') return null;
  }
  return blocksOf(selection)?.start ?? null;
}
