import { UploadFailed, type UploadFile, type UploadTrouble } from '@indelible/editor';
import { MAX_FILE_NAME, storedFile, type StoredFile } from '@indelible/protocol';

/** Brings files to a document of the host this page came from. */
export const uploadTo =
  (document: string): UploadFile =>
  (file, name, { onProgress, signal }) =>
    new Promise<StoredFile>((resolve, reject) => {
      // `fetch` can't tell how far it is.
      const request = new XMLHttpRequest();
      const fail = (trouble: UploadTrouble) => reject(new UploadFailed(trouble));
      const query = new URLSearchParams({ name: name.slice(-MAX_FILE_NAME) });
      request.open('POST', `/api/v1/documents/${encodeURIComponent(document)}/files?${query}`);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) onProgress(loaded / total);
      });
      request.addEventListener('error', () => fail('offline'));
      request.addEventListener('abort', () => fail('offline'));
      request.addEventListener('load', () => {
        const stored = storedFile.safeParse(parsed(request.responseText));
        if (request.status === 201 && stored.success) resolve(stored.data);
        else fail(troubleOf(request.status));
      });
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A proxy that has lost its server, and a server that is starting or busy, are tried again. */
const troubles: Readonly<Record<number, UploadTrouble>> = {
  404: 'gone',
  413: 'tooLarge',
  422: 'unreadable',
  502: 'offline',
  503: 'offline',
  504: 'offline',
  507: 'noRoom',
};

const troubleOf = (status: number): UploadTrouble => troubles[status] ?? 'server';
