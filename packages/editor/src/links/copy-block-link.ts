import type { Editor } from '@tiptap/core';

import { copyText } from '../controls/copy-text.ts';
import { sayBriefly } from '../controls/say-briefly.ts';
import { blocksOf } from '../moving/block-range.ts';
import { words } from '../words/words.ts';
import { hashOfBlock } from './block-link.ts';

/** Copies the address of the selected block; where a page may not copy, puts it into the address bar. */
export async function copyBlockLink({ view }: Editor): Promise<void> {
  const block = blocksOf(view.state.selection);
  const hash = block === null ? null : hashOfBlock(view, block.start);
  if (hash === null) return;
  const { origin, pathname, search } = location;
  if (await copyText(origin + pathname + search + hash)) {
    sayBriefly(words().moving.linkCopied);
    return;
  }
  history.replaceState(history.state, '', hash);
  sayBriefly(words().moving.linkInBar);
}
