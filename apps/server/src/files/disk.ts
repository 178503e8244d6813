import { open, statfs } from 'node:fs/promises';

/** Bytes … */
const MOST_KEPT_FREE = 256 * 1024 * 1024;
/** … or this share of the disk, whichever is less, is left for what people write. */
const SHARE_KEPT_FREE = 1 / 20;

/** Whether a file of so many bytes leaves enough room for the documents. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const kept = Math.min(MOST_KEPT_FREE, blocks * bsize * SHARE_KEPT_FREE);
  return bavail * bsize - bytes > kept;
}

/** Writes what the system has of a file or a folder to the disk itself. */
export async function flushToDisk(path: string): Promise<void> {
  // Windows has no such thing as opening a folder.
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (hasCode(error, 'EPERM', 'EISDIR')) return null;
    throw error;
  });
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'EINVAL')) throw error;
  } finally {
    await handle.close();
  }
}

/** Whether a system error is that the disk, or one's share of it, is full. */
export const isFullDisk = (error: unknown): boolean =>
  hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG') ||
  (error instanceof Error && /no space left/i.test(error.message));

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
