/**
 * Which of the names a typed letter leads to: the next one after `from` that begins with it; null if there is none, or if
 * the key is no letter.
 */
export function typeAhead(key: string, names: readonly string[], from: number): number | null {
  if (Array.from(key).length !== 1) return null;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= names.length; step += 1) {
    const at = (from + step) % names.length;
    if (names[at]?.toLocaleLowerCase().startsWith(letter)) return at;
  }
  return null;
}
