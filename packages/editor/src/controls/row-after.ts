/** Which row a key leads to from row `from` of `count`; null: the key is not about rows. */
export function rowAfter(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(from + 10, last);
    case 'PageUp':
      return Math.max(from - 10, 0);
    default:
      return null;
  }
}
