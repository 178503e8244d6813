import { persistHere } from './persist.ts';
import { storedValue } from './stored-value.ts';

/** By document: the server's time of the last change that this device has fetched; empty: none yet. */
type Kept = Readonly<Record<string, string>>;

/** The documents that somebody wants to have on this device whatever happens, and how fresh they are. */
export const keptOffline = storedValue<Kept>('indelible:kept', parseKept);

/** Begins or ends keeping a document. What is on the device already stays there either way. */
export function keepOffline(id: string, keep: boolean): void {
  const { [id]: _former, ...others } = keptOffline.read();
  keptOffline.write(keep ? { ...others, [id]: '' } : others);
  if (keep) void persistHere();
}

/** Notes that a kept document is here as it was at `editedAt`. */
export function noteFresh(id: string, editedAt: string): void {
  const kept = keptOffline.read();
  if (Object.hasOwn(kept, id)) keptOffline.write({ ...kept, [id]: editedAt });
}

/** Those of the server's list that have changed since they were fetched, or never were. */
export function staleOf(
  kept: Kept,
  list: readonly { readonly id: string; readonly editedAt: string }[],
): readonly { readonly id: string; readonly editedAt: string }[] {
  return list.filter(({ id, editedAt }) => Object.hasOwn(kept, id) && kept[id] !== editedAt);
}

/** Takes what fits out of stored data. */
export function parseKept(data: unknown): Kept {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
