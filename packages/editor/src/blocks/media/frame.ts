import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';

import { mediaPlace, type MediaPlace } from './place.ts';

/** Draws a block, and again whenever it changes; the editor leaves alone what is in it. */
export function redrawn(
  node: Node,
  draw: (now: Node) => void,
): Required<Pick<NodeView, 'update' | 'ignoreMutation'>> {
  draw(node);
  return {
    update: (now) => {
      if (now.type !== node.type) return false;
      draw(now);
      return true;
    },
    ignoreMutation: () => true,
  };
}

/** Gives the box around a picture or film its place and width. */
export function placeBox(
  dom: HTMLElement,
  box: HTMLElement,
  attrs: Readonly<Record<string, unknown>>,
  natural: number | null,
): MediaPlace {
  const place = mediaPlace(attrs);
  dom.dataset['align'] = place.align;
  const width = place.width ?? natural;
  const fits = place.align === 'full' || width === null;
  box.style.width = fits ? '' : `${width}px`;
  return place;
}
