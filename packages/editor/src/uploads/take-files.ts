import type { EditorView } from '@tiptap/pm/view';

import type { Uploads } from './uploads.ts';

/** The uploads of each editor. */
export const openUploads = new WeakMap<EditorView, Uploads>();

/** The uploads of an editor; null if it takes none. */
export const uploadsOf = (view: EditorView): Uploads | null => openUploads.get(view) ?? null;

/** Puts what files say into the text. @returns those that it leaves to be attached. */
export type ReadFiles = (files: readonly File[], position: number) => readonly File[];

/** What reads files in each editor. */
export const fileReaders = new WeakMap<EditorView, ReadFiles>();

/**
 * Takes in files that were pasted or dropped: those that can be read say what they say, the others are attached.
 *
 * @param attach whether to attach all of them.
 */
export function takeFiles(
  view: EditorView,
  files: readonly File[],
  position: number,
  attach: boolean,
): void {
  const read = attach || !view.editable ? undefined : fileReaders.get(view);
  uploadsOf(view)?.add(read?.(files, position) ?? files, position);
}
