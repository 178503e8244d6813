import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

import { putBlock } from '../../uploads/places.ts';
import { currentMedia } from './place.ts';

/** Puts a picture, film or page in by its address, or changes the selected one of this kind. */
export function placeMedia(
  { view }: Editor,
  kind: 'image' | 'video' | 'embed',
  src: string,
  description: string,
): void {
  const { tr, schema, selection } = view.state;
  const attrs = kind === 'image' ? { src, alt: description === '' ? null : description } : { src };
  const media = currentMedia(view.state);
  if (media?.node.type.name === kind) {
    for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(media.at, name, value);
    if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, media.at));
  } else {
    putBlock(tr, selection.to, schema.node(kind, attrs));
  }
  view.dispatch(tr.scrollIntoView());
}
