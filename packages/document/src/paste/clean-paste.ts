import type { Node } from '@tiptap/pm/model';

import { cleanHtml } from '../html/clean.ts';
import { parseHtml } from '../html/elements.ts';
import { readClean } from '../html/read-html.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { readApps } from './apps.ts';
import { isOffice, readWord } from './word.ts';

/**
 * HTML from the clipboard, whoever wrote it, as HTML that the editor reads: lists, tables, headings and links stay,
 * styles go, and nothing in it runs. Needs a browser's `DOMParser`.
 */
export function cleanPaste(html: string): Carried<string> {
  const losses = new LossCount();
  const body = cleaned(html, losses);
  return { result: body.innerHTML, losses: losses.all() };
}

/** HTML from elsewhere, such as a page from a file, as a document. */
export function readForeignHtml(html: string): Carried<Node> {
  const losses = new LossCount();
  return { result: readClean(cleaned(html, losses)), losses: losses.all() };
}

function cleaned(html: string, losses: LossCount): HTMLElement {
  const body = parseHtml(html);
  if (isOffice(html)) readWord(body, losses);
  readApps(body);
  cleanHtml(body, losses);
  return body;
}
