/** An address below the site's root, made of the file's hash; nothing else without a host is taken for one. */
const OWN_FILE =
  /^\/files\/[0-9a-f]{64}\.[a-z0-9]{2,4}(?:\/[^/?#\\\s]*)?(?:#(\d{1,5})x(\d{1,5}))?$/;

/** Whether it is the address of a file that was uploaded to this very server. */
export const isOwnFile = (value: unknown): value is string =>
  typeof value === 'string' && OWN_FILE.test(value);

/** The size of an uploaded picture, in pixels, as its address tells it; null if it does not. */
export function sizeOfOwnFile(
  value: unknown,
): { readonly width: number; readonly height: number } | null {
  if (typeof value !== 'string') return null;
  const [, width, height] = OWN_FILE.exec(value) ?? [];
  if (width === undefined || height === undefined) return null;
  const size = { width: Number(width), height: Number(height) };
  return size.width > 0 && size.height > 0 ? size : null;
}
