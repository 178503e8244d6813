import type { Extension } from '@tiptap/core';

import type { Provider } from '@indelible/provider';

import { KeptAnywhere } from './kept-anywhere.ts';
import { keptUploads } from './kept-uploads.ts';
import { uploadExtension } from './upload-extension.ts';
import type { UploadTarget } from './upload-file.ts';

/** Uploads for a provider's document, with what this browser offers to keep and to lock; null without a target. */
export function uploadsFor(provider: Provider, target: UploadTarget | null): Extension | null {
  if (target === null) return null;
  const factory = ownDatabases();
  return uploadExtension({
    ...target,
    kept: new KeptAnywhere(factory === null ? null : keptUploads(factory)),
    // Missing on plain http.
    locks: navigator.locks ?? null,
    onReturn: (again) => whenBack(provider, again),
  });
}

/** Also asks when the line comes back: browsers do not always say `online`. */
function whenBack(provider: Provider, again: () => void): () => void {
  let wasConnected = true;
  const end = provider.subscribe(() => {
    const isConnected = provider.status().connection.state === 'connected';
    if (isConnected && !wasConnected) again();
    wasConnected = isConnected;
  });
  addEventListener('online', again);
  return () => {
    removeEventListener('online', again);
    end();
  };
}

/** Null where the browser keeps nothing, or forbids even to ask. */
function ownDatabases(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}
