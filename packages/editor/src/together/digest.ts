import * as Y from 'yjs';

import { words } from '../words/words.ts';

/** What somebody has changed since it was said last. */
export interface Changes {
  readonly name: string;
  readonly paragraphs: number;
  /** They went on until just now. */
  readonly isTyping: boolean;
}

/** Names that are said before the rest is counted. */
const NAMED = 3;

/** What a screen reader is told of the changes of others; nothing for none. */
export function digestOf(changes: readonly Changes[]): string {
  const { together } = words();
  const typing = changes.filter(({ isTyping }) => isTyping);
  const told = changes
    .slice(0, NAMED)
    .map(({ name, paragraphs }) => together.changed(name, paragraphs));
  if (changes.length > NAMED) told.push(together.othersChanged(changes.length - NAMED));
  if (typing.length === 1) told.push(together.isTyping(typing[0]?.name ?? ''));
  if (typing.length > 1) told.push(together.areTyping(typing.length));
  return told.join(' ');
}

/** The Yjs clients of whom something new is in a transaction. */
export function authorsOf({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState].flatMap(([client, clock]) =>
    clock > (beforeState.get(client) ?? 0) ? [client] : [],
  );
}

/** The blocks of the content that a transaction has changed. */
export function blocksChangedIn(transaction: Y.Transaction, content: Y.XmlFragment): Set<unknown> {
  const blocks = new Set<unknown>();
  for (const type of transaction.changed.keys()) {
    const block = blockAround(type, content);
    if (block !== null) blocks.add(block);
  }
  return blocks;
}

/** The part of the content that a type is or is in; null if it is in another root. */
function blockAround(type: unknown, content: Y.XmlFragment): unknown {
  let at = type;
  if (at === content) return content;
  while (at instanceof Y.AbstractType && at.parent !== null) {
    if (at.parent === content) return at;
    at = at.parent;
  }
  return null;
}
