import type { Node } from '@tiptap/pm/model';

import { cleanHtml } from '../html/clean.ts';
import { parseHtml } from '../html/elements.ts';
import { readClean } from '../html/read-html.ts';
import type { FoundPictures } from '../transfer/found-pictures.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { readApps } from './apps.ts';
import { isOffice, readWord } from './word.ts';

/**
 * HTML from the clipboard, whoever wrote it, as HTML that the editor reads: lists, tables, headings and links stay,
 * styles go, and nothing in it runs. Needs a browser's `DOMParser`.
 *
 * @param pictures where pictures go that came within the HTML; without it they are lost.
 */
export function cleanPaste(html: string, pictures?: FoundPictures): Carried<string> {
  const losses = new LossCount();
  const body = cleaned(html, losses, pictures);
  return { result: body.innerHTML, losses: losses.all() };
}

/** HTML from elsewhere, such as a page from a file, as a document. */
export function readForeignHtml(html: string, pictures?: FoundPictures): Carried<Node> {
  const losses = new LossCount();
  return { result: readClean(cleaned(html, losses, pictures)), losses: losses.all() };
}

function cleaned(html: string, losses: LossCount, pictures?: FoundPictures): HTMLElement {
  const body = parseHtml(html);
  if (isOffice(html)) readWord(body, losses);
  readApps(body);
  cleanHtml(body, losses, pictures);
  return body;
}
