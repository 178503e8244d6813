import { Node } from '@tiptap/core';

import { isSafeImageSource } from '../safe-url.ts';

const text = { default: null };

const isSafe = (element: HTMLElement, name: string): null | false =>
  isSafeImageSource(element.getAttribute(name)) ? null : false;

/** A file to be downloaded. `size` is in bytes, `type` a MIME type. */
export const FileNode = Node.create({
  name: 'file',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null, parseHTML: (a: HTMLElement) => a.getAttribute('href') },
    name: { default: '', parseHTML: (a: HTMLElement) => a.getAttribute('download') ?? '' },
    size: { default: null, parseHTML: (a: HTMLElement) => Number(a.dataset['size']) || null },
    type: { default: null, parseHTML: (a: HTMLElement) => a.getAttribute('type') },
  }),
  parseHTML: () => [{ tag: 'a[data-file]', priority: 60, getAttrs: (a) => isSafe(a, 'href') }],
  renderHTML: ({ node }) => {
    const { src, name, size, type }: Record<string, unknown> = node.attrs;
    const href = isSafeImageSource(src) ? { href: String(src) } : {};
    const attributes = { 'data-file': '', download: name, 'data-size': size, type, ...href };
    return ['a', attributes, typeof name === 'string' ? name : ''];
  },
  renderText: ({ node }) => String(node.attrs['name'] ?? ''),
});

/** A film with the browser's own controls. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: text,
    width: text,
    align: { default: null, parseHTML: (video: HTMLElement) => parseAlign(video.dataset['align']) },
  }),
  parseHTML: () => [{ tag: 'video[src]', getAttrs: (video) => isSafe(video, 'src') }],
  renderHTML: ({ node }) => {
    const { src, width, align }: Record<string, unknown> = node.attrs;
    const source = isSafeImageSource(src) ? { src: String(src) } : {};
    const attributes = { controls: '', preload: 'metadata', ...mediaAttributes({ width, align }) };
    return ['video', { ...attributes, ...source }];
  },
});

/** A page of another host, shown in a frame when its reader asks for it. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null, parseHTML: (div: HTMLElement) => div.dataset['embed'] },
  }),
  parseHTML: () => [{ tag: 'div[data-embed]', getAttrs: (div) => isSafe(div, 'data-embed') }],
  renderHTML: ({ node }) => {
    const src: unknown = node.attrs['src'];
    if (!isSafeImageSource(src)) return ['div', { 'data-embed': '' }];
    const href = String(src);
    const link = { href, target: '_blank', rel: 'noopener noreferrer nofollow' };
    return ['div', { 'data-embed': href }, ['a', link, href]];
  },
  renderText: ({ node }) => String(node.attrs['src'] ?? ''),
});

/** Where a picture or film stands in its column. */
export type Align = 'left' | 'center' | 'right' | 'full';

/** The value as a place in the column; null, the middle, if it is none. */
export function parseAlign(value: unknown): Align | null {
  return value === 'left' || value === 'center' || value === 'right' || value === 'full'
    ? value
    : null;
}

/** Width in CSS pixels and place, as attributes to draw. */
export function mediaAttributes({ width, align }: Record<string, unknown>) {
  const pixels = Number(width);
  const place = parseAlign(align);
  return {
    ...(Number.isInteger(pixels) && pixels > 0 && pixels <= 10_000 ? { width: pixels } : {}),
    ...(place === null ? {} : { 'data-align': place }),
  };
}
