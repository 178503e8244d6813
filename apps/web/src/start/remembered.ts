import type { DocumentSummary } from '@indelible/protocol';
import type { LocalDocument } from '@indelible/provider';

/** What this device remembers of a document, for when the server can't be asked. */
export interface Remembered {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970; null: never seen in a list. */
  readonly editedAt: number | null;
  /** False once the server's list was without it. */
  readonly isListed: boolean;
  /** Its page was opened in this browser. */
  readonly wasOpened: boolean;
}

const KEY = 'indelible:titles';

/** Of documents that are in no list, at most this many are remembered. */
const MOST_UNLISTED = 500;

/** Keeps the titles of the last list, and those of documents that were opened here and are not in it. */
export const remember = (documents: readonly DocumentSummary[]): void =>
  write(withList(remembered(), documents));

/** What is remembered after a list was seen. */
export function withList(
  before: readonly Remembered[],
  documents: readonly DocumentSummary[],
): readonly Remembered[] {
  const former = new Map(before.map((entry) => [entry.id, entry]));
  const listed = documents.map(({ id, title, editedAt }) => {
    const wasOpened = former.get(id)?.wasOpened ?? false;
    former.delete(id);
    return { id, title, editedAt: Date.parse(editedAt), isListed: true, wasOpened };
  });
  const others = Array.from(former.values(), (entry) => ({ ...entry, isListed: false }));
  return [...listed, ...others.filter(({ wasOpened }) => wasOpened).slice(0, MOST_UNLISTED)];
}

/**
 * Keeps the title of one document, as it was just seen on its own page.
 *
 * @param editedAt when it was edited in this page, in milliseconds since 1970; null: not yet.
 */
export function rememberTitle(id: string, title: string, editedAt: number | null): void {
  const all = remembered();
  const before = all.find((entry) => entry.id === id);
  const others = all.filter((entry) => entry.id !== id);
  const isListed = before?.isListed ?? true;
  const at = editedAt ?? before?.editedAt ?? null;
  write([{ id, title, editedAt: at, isListed, wasOpened: true }, ...others]);
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
    const { id, title, editedAt, isListed, wasOpened } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || typeof title !== 'string') return [];
    const at = typeof editedAt === 'number' ? editedAt : null;
    const flags = { isListed: isListed !== false, wasOpened: wasOpened === true };
    return [{ id, title, editedAt: at, ...flags }];
  });
}

/** A document on this device, and what is remembered of it. */
export interface LocalRow extends LocalDocument {
  readonly id: string;
  readonly title: string;
  readonly editedAt: number | null;
  readonly isListed: boolean;
}

/** What is on this device under the names last seen, last edited first. */
export function localRows(
  local: readonly LocalDocument[],
  known: readonly Remembered[],
): readonly LocalRow[] {
  const names = new Map(known.map((entry) => [entry.id, entry]));
  return local
    .map((one) => {
      const { title = '', editedAt = null, isListed = false } = names.get(one.document) ?? {};
      return { ...one, id: one.document, title, editedAt, isListed };
    })
    .toSorted((a, b) => (b.editedAt ?? 0) - (a.editedAt ?? 0));
}

/**
 * Those that can be opened and written in without the server. One that had left the list is of a deleted document,
 * unless it was made here.
 */
export const openable = (rows: readonly LocalRow[]): readonly LocalRow[] =>
  rows.filter(({ complete, isNew, isListed }) => complete && (isNew || isListed));

function write(entries: readonly Remembered[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Full or forbidden: the list is then nameless while the server is gone, nothing worse.
  }
}
