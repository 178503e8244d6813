import type { Node } from '@tiptap/pm/model';

import { isSafeImageSource } from '../safe-url.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { compact } from './compact.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { pageStyles } from './page-styles.ts';
import { openTag, renderChildren, type RenderNode } from './render.ts';

/** What a page is made with. */
export interface PageOptions {
  readonly title: string;
  /** The language of the words, as in `<html lang>`. */
  readonly language: string;
  /** The picture at an address as a `data:` address; null if it can't be had, and is linked. */
  readonly picture: (src: string) => Promise<string | null>;
  /** A formula as MathML; null if it is none that can be drawn. */
  readonly formula?: (latex: string, display: boolean) => string | null;
}

/** A document as one HTML file with its styles and pictures in it, and nothing that runs. */
export async function writeHtmlPage(content: Node, options: PageOptions): Promise<Carried<string>> {
  const losses = new LossCount();
  const pictures = await loadPictures(content, options.picture, losses);
  const body = renderChildren(content, pageNodes(content, pictures, options, losses));
  const title = escapeText(options.title);
  const heading = options.title === '' ? '' : `<h1 class="title">${title}</h1>\n`;
  const result = `<!doctype html>
<html lang="${escapeAttribute(options.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: https: http:; media-src https: http:; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyles}</style>
</head>
<body>
<main>
${heading}${body}
</main>
</body>
</html>
`;
  return { result, losses: losses.all() };
}

async function loadPictures(
  content: Node,
  load: PageOptions['picture'],
  losses: LossCount,
): Promise<ReadonlyMap<string, string>> {
  const sources = new Set<string>();
  content.descendants(({ type, attrs }) => {
    const src: unknown = attrs['src'];
    if (type.name === 'image' && typeof src === 'string' && isSafeImageSource(src))
      sources.add(src);
  });
  const loaded = new Map<string, string>();
  for (const src of sources) {
    const data = await load(src);
    if (data === null) losses.note('pictureLinked', src);
    else loaded.set(src, data);
  }
  return loaded;
}

function pageNodes(
  content: Node,
  pictures: ReadonlyMap<string, string>,
  { formula }: PageOptions,
  losses: LossCount,
): RenderNode {
  const headings = headingIds(content);
  const nodes: RenderNode = (node, inner) => {
    switch (node.type.name) {
      case 'heading':
        return `<h${node.attrs['level']} id="${headings.get(node) ?? ''}">${inner()}</h${node.attrs['level']}>`;
      case 'tableOfContents':
        return `<nav data-table-of-contents=""><ol>${[...headings].map(contentsLine).join('')}</ol></nav>`;
      case 'image':
        return writePicture(node, pictures, inner, losses);
      case 'inlineMath':
      case 'blockMath': {
        const display = node.type.name === 'blockMath';
        const latex = String(node.attrs['latex'] ?? '');
        const drawn = formula?.(latex, display) ?? null;
        if (drawn === null) losses.note('formula', latex);
        const tag = display ? 'div' : 'span';
        return `${openTag(tag, { 'data-latex': latex })}${drawn ?? escapeText(latex)}</${tag}>`;
      }
      case 'video':
        losses.note('film', node.attrs['src']);
        return undefined;
      case 'file':
        losses.note('file', node.attrs['name']);
        return undefined;
      default:
        return compact(node, inner);
    }
  };
  return nodes;
}

function writePicture(
  node: Node,
  pictures: ReadonlyMap<string, string>,
  inner: () => string,
  losses: LossCount,
): string {
  const { src, alt, title, width, align }: Record<string, unknown> = node.attrs;
  const isSafe = isSafeImageSource(src);
  if (!isSafe) losses.note('unsafeAddress', src);
  const source = typeof src === 'string' && isSafe ? (pictures.get(src) ?? src) : null;
  const picture = openTag('img', { src: source, alt, title, width });
  const caption = node.childCount === 0 ? '' : `<figcaption>${inner()}</figcaption>`;
  return `${openTag('figure', { 'data-align': align })}${picture}${caption}</figure>`;
}

function headingIds(content: Node): Map<Node, string> {
  const ids = new Map<Node, string>();
  content.descendants((node) => {
    if (node.type.name === 'heading') ids.set(node, `heading-${ids.size + 1}`);
  });
  return ids;
}

const contentsLine = ([heading, id]: readonly [Node, string]): string =>
  `<li data-level="${heading.attrs['level']}"><a href="#${id}">${escapeText(heading.textContent)}</a></li>`;
