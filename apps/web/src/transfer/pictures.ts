/** Bytes of a picture that is put into an exported file; bigger ones are linked. */
const MAX_BYTES = 20_000_000;

/** Milliseconds to wait for a picture. */
const DEADLINE = 15_000;

/** The picture at an address; null if it can't be had. Pages may only ask their own server for bytes. */
async function pictureBlob(src: string): Promise<Blob | null> {
  const url = URL.parse(src, location.href);
  if (url === null || url.origin !== location.origin) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE) });
    const blob = await response.blob();
    const isPicture = response.ok && blob.type.startsWith('image/') && blob.size <= MAX_BYTES;
    return isPicture ? blob : null;
  } catch {
    // It is linked instead, and reported.
    return null;
  }
}

/** The picture as a `data:` address; null if it can't be had. */
export async function pictureAsData(src: string): Promise<string | null> {
  const blob = await pictureBlob(src);
  if (blob === null) return null;
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(blob);
  });
}

/** The picture's bytes, its size in pixels and its type; null if it can't be had. */
export async function pictureBytes(src: string) {
  const blob = await pictureBlob(src);
  if (blob === null) return null;
  const type = /^image\/(png|jpeg|gif|bmp)$/.exec(blob.type)?.[1];
  try {
    const { width, height } = await createImageBitmap(blob);
    if (type !== undefined)
      return { bytes: new Uint8Array(await blob.arrayBuffer()), type, width, height };
    return await asPng(blob);
  } catch {
    // No picture that a browser can draw.
    return null;
  }
}

/** Word reads no WebP. */
async function asPng(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await png.arrayBuffer()), type: 'png', width, height };
}
