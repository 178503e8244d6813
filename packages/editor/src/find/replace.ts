import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';

import type { Replaced } from './query.ts';

/** Milliseconds: whatever happens meanwhile is one step. */
const ONE_STEP = Number.MAX_SAFE_INTEGER;

/**
 * Puts other words in these places, as one step of the history.
 *
 * The binding brings a block up to date by its smallest single edit. Two replacements in one block would be one edit from
 * the first to the last, and take along what others write between them: so each round replaces one place of each block.
 *
 * @param blocks for each block its places, in their order; places are those of the document.
 */
export function replacePlaces(
  view: EditorView,
  history: Y.UndoManager,
  blocks: readonly (readonly Replaced[])[],
): void {
  const { captureTimeout } = history;
  history.stopCapturing();
  history.captureTimeout = ONE_STEP;
  try {
    let first: Transaction | null = null;
    for (const round of roundsOf(blocks)) {
      const { tr } = view.state;
      // What belongs to an edit begins no step of its own.
      if (first !== null) tr.setMeta('appendedTransaction', first);
      first ??= tr;
      for (const { from, to, words } of round) tr.insertText(words, from, to);
      view.dispatch(tr);
    }
  } finally {
    history.captureTimeout = captureTimeout;
    history.stopCapturing();
  }
}

/** From behind in each block and in the document, so that the places before stay where they are. */
function roundsOf(blocks: readonly (readonly Replaced[])[]): Replaced[][] {
  const rounds: Replaced[][] = [];
  // A round also moves what comes after: by then each block has to know how far those before it have grown.
  const grown = blocks.map(() => 0);
  const most = Math.max(0, ...blocks.map(({ length }) => length));
  for (let round = 0; round < most; round += 1) {
    const places: Replaced[] = [];
    let shift = 0;
    for (const [index, block] of blocks.entries()) {
      const place = block.at(-1 - round);
      const moved = shift;
      shift += grown[index] ?? 0;
      if (place === undefined || round >= block.length) continue;
      places.push({ from: place.from + moved, to: place.to + moved, words: place.words });
    }
    for (const [index, block] of blocks.entries()) {
      const place = round < block.length ? block.at(-1 - round) : undefined;
      if (place === undefined) continue;
      grown[index] = (grown[index] ?? 0) + place.words.length - (place.to - place.from);
    }
    rounds.push(places.toReversed());
  }
  return rounds;
}
