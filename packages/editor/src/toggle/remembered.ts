const KEY = 'indelible:toggles';

/** So many are remembered; those that were opened longest ago are forgotten first. */
const MOST = 500;

/** Whether this browser's reader left a toggle open, by the id of its element. */
export function wasLeftOpen(id: string): boolean {
  return remembered().includes(id);
}

/** Keeps for this browser whether a toggle is open. */
export function rememberOpen(id: string, isOpen: boolean): void {
  const others = remembered().filter((known) => known !== id);
  const all = isOpen ? [...others, id] : others;
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  } catch {
    // A browser that keeps nothing begins with all of them closed.
  }
}

function remembered(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
