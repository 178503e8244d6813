import { EMPTY_UPDATE } from '@indelible/sync';

import { newDoc } from './edits.ts';

/** Somebody types a text; the update of each key. */
export function typed(text: string, client = 1): Uint8Array[] {
  const doc = newDoc(client);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < text.length; at++) doc.getText('text').insert(at, text.charAt(at));
  return updates;
}

export const nth = (updates: readonly Uint8Array[], index: number): Uint8Array =>
  updates[index] ?? EMPTY_UPDATE;
