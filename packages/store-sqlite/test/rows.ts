import { parseRoomName } from '@indelible/protocol';
import type { DocumentId } from '@indelible/protocol';
import type { Append } from '@indelible/store';

/** A document id for a test. */
export function documentId(name: string): DocumentId {
  const id = parseRoomName(name);
  if (id === null) throw new Error(`${name} is no document id`);
  return id;
}

/** A row of recognisable bytes; what they mean to Yjs does not matter to the file. */
export const rowOf = (document: DocumentId, content: string, length = 2): Append => ({
  document,
  author: 'ada',
  at: 1,
  update: Buffer.from(content.padEnd(length, '.')),
});

export const contentOf = ({ update }: Pick<Append, 'update'>): string =>
  Buffer.from(update).toString();
