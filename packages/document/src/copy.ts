import * as Y from 'yjs';

import { contentOf } from './roots.ts';
import { readTitle, setTitle } from './title.ts';

/**
 * Makes `to` say what `from` says, in place of what it said. What is there afterwards is new: the two have
 * no history in common and can be open at the same time.
 */
export function copyDocument(from: Y.Doc, to: Y.Doc): void {
  const content = contentOf(to);
  to.transact(() => {
    setTitle(to, readTitle(from));
    content.delete(0, content.length);
    // Hooks are of no schema of ours; the editor draws none.
    const blocks = contentOf(from)
      .toArray()
      .flatMap((block) => (block instanceof Y.XmlHook ? [] : [block.clone()]));
    content.insert(0, blocks);
  });
}
