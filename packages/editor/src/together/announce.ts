import type * as Y from 'yjs';

import { contentOf } from '@indelible/document';
import type { Provider } from '@indelible/provider';

import { parsePerson } from '../people/person.ts';
import { authorsOf, blocksChangedIn, digestOf } from './digest.ts';

/** Milliseconds between two announcements. */
const PAUSE = 10_000;

/** Milliseconds within which somebody's last change makes them somebody who is typing. */
const TYPING = 3000;

interface Work {
  readonly name: string;
  readonly blocks: Set<unknown>;
  at: number;
}

/**
 * Tells from time to time what others have changed: the first change soon, and then at most every ten seconds.
 *
 * @returns a function that ends it.
 */
export function announceChanges(provider: Provider, say: (text: string) => void): () => void {
  const { doc, awareness } = provider;
  const content = contentOf(doc);
  const work = new Map<string, Work>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const tell = (): void => {
    timer = undefined;
    last = performance.now();
    const changes = Array.from(work.values(), ({ name, blocks, at }) => ({
      name,
      paragraphs: blocks.size,
      isTyping: last - at < TYPING,
    }));
    work.clear();
    say(digestOf(changes));
  };
  const note = (transaction: Y.Transaction): void => {
    // What comes with the first answer was written before.
    if (transaction.local || provider.status().connection.state !== 'connected') return;
    const blocks = blocksChangedIn(transaction, content);
    if (blocks.size === 0) return;
    for (const client of authorsOf(transaction)) {
      const state = awareness.getStates().get(client);
      const person = client === awareness.clientID ? null : parsePerson(state, client);
      if (person === null) continue;
      const known = work.get(person.id) ?? { name: person.name, blocks: new Set(), at: 0 };
      for (const block of blocks) known.blocks.add(block);
      known.at = performance.now();
      work.set(person.id, known);
    }
    if (work.size > 0)
      timer ??= setTimeout(tell, Math.max(TYPING, last + PAUSE - performance.now()));
  };
  doc.on('afterTransaction', note);
  return () => {
    clearTimeout(timer);
    doc.off('afterTransaction', note);
  };
}
