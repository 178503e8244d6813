import type { DocumentSummary } from '@indelible/protocol';

/** What this device remembers of a document, for when the server can't be asked. */
export interface Remembered {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970; null: never seen in a list. */
  readonly editedAt: number | null;
}

const KEY = 'indelible:titles';

/** Keeps the titles of the last list. */
export function remember(documents: readonly DocumentSummary[]): void {
  write(
    documents.map(({ id, title, editedAt }) => ({ id, title, editedAt: Date.parse(editedAt) })),
  );
}

/**
 * Keeps the title of one document, as it was just seen on its own page.
 *
 * @param editedAt when it was edited in this page, in milliseconds since 1970; null: not yet.
 */
export function rememberTitle(id: string, title: string, editedAt: number | null): void {
  const all = remembered();
  const before = all.find((entry) => entry.id === id)?.editedAt ?? null;
  const others = all.filter((entry) => entry.id !== id);
  write([{ id, title, editedAt: editedAt ?? before }, ...others]);
}

/** Everything remembered; nothing where the device keeps nothing for us. */
export function remembered(): Remembered[] {
  try {
    return parseRemembered(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** Takes what fits out of stored data. */
export function parseRemembered(data: unknown): Remembered[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, title, editedAt } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || typeof title !== 'string') return [];
    return [{ id, title, editedAt: typeof editedAt === 'number' ? editedAt : null }];
  });
}

/**
 * The documents kept on this device under the names last seen, last edited first. A copy nobody
 * remembers is of a document that was deleted since.
 */
export function localList(ids: readonly string[], known: readonly Remembered[]): Remembered[] {
  const kept = new Set(ids);
  return known
    .filter(({ id }) => kept.has(id))
    .toSorted((a, b) => (b.editedAt ?? 0) - (a.editedAt ?? 0));
}

function write(entries: readonly Remembered[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Full or forbidden: the list is then nameless while the server is gone, nothing worse.
  }
}
