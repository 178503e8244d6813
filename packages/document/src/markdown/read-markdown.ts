import type { Node } from '@tiptap/pm/model';

import { cleanHtml } from '../html/clean.ts';
import { parseHtml } from '../html/elements.ts';
import { readClean } from '../html/read-html.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { makeRenderer } from './renderer.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n(?=[\w-]+:)([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** What Markdown says, with the title its first lines name, if they do. */
export interface MarkdownDocument {
  readonly content: Node;
  readonly title: string | null;
}

let render: ((markdown: string) => string) | undefined;

/** Markdown as a document, with all the HTML in it that a document can hold. Needs a browser's `DOMParser`. */
export function readMarkdown(markdown: string): Carried<MarkdownDocument> {
  const losses = new LossCount();
  const front = FRONT_MATTER.exec(markdown);
  const fields = front?.[1] ?? '';
  const title = /^title:[ \t]*(.+)$/m
    .exec(fields)?.[1]
    ?.replaceAll(/^["']|["']\s*$/g, '')
    .trim();
  if (fields.replace(/^title:.*$/m, '').trim() !== '') losses.note('frontMatter', fields);
  render ??= makeRenderer();
  const body = parseHtml(render(front === null ? markdown : markdown.slice(front[0].length)));
  cleanHtml(body, losses);
  return { result: { content: readClean(body), title: title ?? null }, losses: losses.all() };
}

/** The document without the heading that it begins with, if that is its title; and that title. */
export function takeTitle({ content, title }: MarkdownDocument): MarkdownDocument {
  const first = content.firstChild;
  const isTitle = first?.type.name === 'heading' && first.attrs['level'] === 1;
  if (first === null || title !== null || !isTitle) return { content, title };
  const rest = content.cut(first.nodeSize);
  return {
    title: first.textContent,
    content: rest.childCount > 0 ? rest : (content.type.createAndFill() ?? content),
  };
}
