/** How many are remembered. */
const MAX_RECENTS = 5;

/** The names that were chosen last, with this one first. */
export const withRecent = (recents: readonly string[], chosen: string): string[] =>
  [chosen, ...recents.filter((name) => name !== chosen)].slice(0, MAX_RECENTS);

/** Takes names out of stored data. */
export function parseRecents(data: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(data ?? '[]');
    if (!Array.isArray(parsed)) return [];
    return parsed
      .filter((name: unknown): name is string => typeof name === 'string')
      .slice(0, MAX_RECENTS);
  } catch {
    return [];
  }
}

/** What was chosen last of a kind of thing, on this device; nothing where it keeps nothing. */
export function readRecents(kind: string): string[] {
  try {
    return parseRecents(localStorage.getItem(keyOf(kind)));
  } catch {
    return [];
  }
}

/** Remembers a choice. */
export function keepRecent(kind: string, chosen: string): void {
  try {
    localStorage.setItem(keyOf(kind), JSON.stringify(withRecent(readRecents(kind), chosen)));
  } catch {
    // Not kept; the menu is then in its own order.
  }
}

const keyOf = (kind: string): string => `indelible:recent-${kind}`;
