import type { FoundPictures } from '@indelible/document/files';

/** Pictures on their way at once; browsers have few lines to one server. */
const LINES = 2;

/** Milliseconds for one picture; then it is reported as missing. */
const DEADLINE = 30_000;

/** Brings the pictures of a file to a document. @returns the addresses of those that got there. */
export async function uploadPictures(
  document: string,
  pictures: FoundPictures,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  const found = pictures.all();
  if (found.size === 0) return addresses;
  const { uploadTo } = await import('../api/upload.ts');
  const upload = uploadTo(document);
  const waiting = found.entries();
  const line = async (): Promise<void> => {
    for (const [standIn, { bytes, type, name }] of waiting) {
      const watch = { onProgress: () => undefined, signal: AbortSignal.timeout(DEADLINE) };
      // What does not get there is missing in the document, and named in the report.
      const stored = await upload(new Blob([bytes], { type }), name, watch).catch(() => null);
      if (stored?.kind === 'image') addresses.set(standIn, stored.src);
    }
  };
  await Promise.all(Array.from({ length: LINES }, line));
  return addresses;
}
