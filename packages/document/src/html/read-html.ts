import { DOMParser as SchemaParser, type Node } from '@tiptap/pm/model';

import { schema } from '../schema/schema.ts';
import { type Carried, LossCount } from '../transfer/losses.ts';
import { cleanHtml } from './clean.ts';
import { parseHtml } from './elements.ts';

/** A page or a part of one as a document: its structure without its styles. Needs a browser's `DOMParser`. */
export function readHtml(html: string): Carried<Node> {
  const losses = new LossCount();
  const body = parseHtml(html);
  cleanHtml(body, losses);
  return { result: readClean(body), losses: losses.all() };
}

/** What `cleanHtml` has made, as a document. */
export function readClean(body: HTMLElement): Node {
  return SchemaParser.fromSchema(schema).parse(body, { preserveWhitespace: 'full' });
}
