import { storedValue } from './stored-value.ts';

/** Documents that were deleted here while there was no server to be told. It is told when it is back. */
export const deletions = storedValue<readonly string[]>('indelible:deletions', parseDeletions);

/** Deletes a document as far as this device is concerned, and on the server when it is back. */
export const deleteLater = (id: string): void =>
  deletions.write([...deletions.read().filter((other) => other !== id), id]);

/** Takes `deleteLater` back, or notes that it has been carried out. */
export const forgetDeletion = (id: string): void =>
  deletions.write(deletions.read().filter((other) => other !== id));

/** Takes what fits out of stored data. */
export function parseDeletions(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.filter((id: unknown) => typeof id === 'string') : [];
}
