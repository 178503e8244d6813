import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { isSafeImageSource, sizeOfOwnFile } from '@indelible/document';

import { previewOf } from '../../uploads/finished.ts';
import { words } from '../../words/words.ts';
import { element } from '../draw.ts';
import { placeBox, redrawn } from './frame.ts';
import { addHandles } from './resizing.ts';

/** A picture with its caption below. */
export function imageView(
  node: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  const dom = element('figure', { class: 'ed-media ed-image' });
  const box = element('div', { class: 'ed-media-box' });
  box.contentEditable = 'false';
  const picture = element('img');
  picture.loading = 'lazy';
  picture.decoding = 'async';
  // Its host must not learn the document's address, because knowing it is the right to write.
  picture.referrerPolicy = 'no-referrer';
  const caption = element('figcaption', { class: 'ed-caption' });
  caption.dataset['hint'] = words().media.captionHint;
  box.append(picture);
  addHandles({ box, column: dom, view, getPos });
  dom.append(box, caption);
  picture.addEventListener('error', () => (box.dataset['missing'] = words().media.pictureMissing));
  picture.addEventListener('load', () => delete box.dataset['missing']);
  const draw = (now: Node): void => {
    drawPicture(picture, now);
    const size = sizeOfOwnFile(now.attrs['src']);
    placeBox(dom, box, now.attrs, size?.width ?? null);
    dom.classList.toggle('has-caption', now.content.size > 0);
  };
  return {
    dom,
    contentDOM: caption,
    ...redrawn(node, draw),
    stopEvent: ({ target }) => target instanceof Element && target.matches('.ed-resize'),
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && !caption.contains(mutation.target),
  };
}

function drawPicture(picture: HTMLImageElement, { attrs }: Node): void {
  const { src, alt, title }: Record<string, unknown> = attrs;
  picture.alt = typeof alt === 'string' ? alt : '';
  picture.title = typeof title === 'string' ? title : '';
  const size = sizeOfOwnFile(src);
  if (size === null) {
    picture.removeAttribute('width');
    picture.removeAttribute('height');
  } else {
    // So that the text below stays where it is when the picture comes.
    picture.width = size.width;
    picture.height = size.height;
  }
  if (typeof src !== 'string' || !isSafeImageSource(src)) {
    picture.removeAttribute('src');
    return;
  }
  const address = previewOf(src);
  if (picture.getAttribute('src') !== address) picture.setAttribute('src', address);
}
