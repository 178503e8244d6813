import * as Y from 'yjs';

/** The text that some updates come to, in the root that `Person` writes in. */
export function textOf(parts: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const part of parts) Y.applyUpdate(doc, part);
  return doc.getText('text').toString();
}
