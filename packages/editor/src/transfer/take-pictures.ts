import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

import type { FoundPicture, FoundPictures } from '@indelible/document/files';

import type { PlacedFile } from '../uploads/uploads-options.ts';

/**
 * Takes pictures without an address out of the text, before Yjs and anybody else gets to see them.
 *
 * @param taken gets the pictures, and where they were.
 * @returns the change that does so; null if there are none.
 */
export function takePictures(
  state: EditorState,
  found: readonly FoundPictures[],
  taken: PlacedFile[],
): Transaction | null {
  const pictures: { readonly node: Node; readonly at: number; readonly picture: FoundPicture }[] =
    [];
  state.doc.descendants((node, at) => {
    const all = found.map((inside) => inside.of(node.attrs['src']));
    const picture = all.find((one) => one !== null);
    if (picture !== undefined) pictures.push({ node, at, picture });
  });
  if (pictures.length === 0) return null;
  const { tr } = state;
  for (const { node, at, picture } of pictures) {
    const place = tr.mapping.map(at);
    const $place = tr.doc.resolve(place);
    const end = place + node.nodeSize;
    const index = $place.index();
    const paragraph = state.schema.nodes['paragraph'];
    // What is never empty keeps a line.
    if ($place.parent.canReplace(index, index + 1)) tr.delete(place, end);
    else if (paragraph !== undefined) tr.replaceWith(place, end, paragraph.create());
    const file = new Blob([picture.bytes], { type: picture.type });
    taken.push({ file, name: picture.name, place, picture: node.toJSON() });
  }
  return tr;
}
