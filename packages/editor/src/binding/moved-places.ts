import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';

import { changedPart } from './changed-part.ts';
import { isFromYjs } from './is-from-yjs.ts';

/** Several plugins ask about the same transaction; as long as it may still grow, it has another document each time. */
const known = new WeakMap<
  Transaction['doc'],
  { readonly before: unknown; readonly moved: Mapping }
>();

/**
 * Where places of the document have gone in a transaction.
 *
 * The binding draws what came from others by replacing whole blocks, after which nothing in them would be where it was;
 * this finds what has really changed.
 */
export function movedPlaces(tr: Transaction): Mapping {
  if (!isFromYjs(tr)) return tr.mapping;
  const { before, doc } = tr;
  const found = known.get(doc);
  if (found?.before === before) return found.moved;
  const part = changedPart(before, doc);
  const moved = new Mapping(part === null ? [] : [part]);
  known.set(doc, { before, moved });
  return moved;
}
