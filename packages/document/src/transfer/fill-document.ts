import type { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

import { copyDocument } from '../copy.ts';
import { contentOf } from '../roots.ts';
import { setTitle } from '../title.ts';

/** Makes a document say this, in place of what it said. */
export function fillDocument(doc: Y.Doc, title: string, content: Node): void {
  const made = new Y.Doc();
  setTitle(made, title);
  prosemirrorToYXmlFragment(content, contentOf(made));
  copyDocument(made, doc);
  made.destroy();
}
