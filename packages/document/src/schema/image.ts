import { Image as PlainImage } from '@tiptap/extension-image';

import { isSafeImageSource } from '../safe-url.ts';
import { mediaAttributes, parseAlign } from './media.ts';

const imageIn = (element: HTMLElement): HTMLElement | null =>
  element.matches('img') ? element : element.querySelector('img');

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => imageIn(element)?.getAttribute(name) ?? null,
});

/**
 * A picture; its content is the caption, so that captions merge.
 *
 * Its server must not learn the document's address, because knowing it is the right to write.
 */
export const Image = PlainImage.extend({
  content: 'inline*',
  isolating: true,
  addAttributes: () => ({
    src: attribute('src'),
    alt: attribute('alt'),
    title: attribute('title'),
    width: {
      default: null,
      parseHTML: (element: HTMLElement) => Number(imageIn(element)?.getAttribute('width')) || null,
    },
    align: {
      default: null,
      parseHTML: (element: HTMLElement) => parseAlign(element.dataset['align']),
    },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      contentElement: (figure) => captionOf(figure),
      getAttrs: (figure) =>
        isSafeImageSource(imageIn(figure)?.getAttribute('src')) ? null : false,
    },
    {
      tag: 'img[src]',
      getAttrs: (img) => (isSafeImageSource(img.getAttribute('src')) ? null : false),
    },
  ],
  renderHTML: ({ node }) => {
    const { src, alt, title, width, align }: Record<string, unknown> = node.attrs;
    const { width: pixels, ...place } = mediaAttributes({ width, align });
    const picture = {
      ...(isSafeImageSource(src) ? { src: String(src) } : {}),
      ...(typeof alt === 'string' ? { alt } : {}),
      ...(typeof title === 'string' ? { title } : {}),
      ...(pixels === undefined ? {} : { width: pixels }),
      referrerpolicy: 'no-referrer',
      loading: 'lazy',
    };
    return ['figure', { 'data-image': '', ...place }, ['img', picture], ['figcaption', 0]];
  },
});

/** Where a figure's caption is; of a figure without one, something empty. */
function captionOf(figure: HTMLElement): HTMLElement {
  return figure.querySelector('figcaption') ?? figure.ownerDocument.createElement('figcaption');
}
