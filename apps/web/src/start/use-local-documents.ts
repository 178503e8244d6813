import { useEffect, useState } from 'react';

import { localList, remembered } from './remembered.ts';
import type { Remembered } from './remembered.ts';

/** The documents kept on this device, asked for only while `wanted`; null until they are known. */
export function useLocalDocuments(wanted: boolean): readonly Remembered[] | null {
  const [documents, setDocuments] = useState<readonly Remembered[] | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    void readLocal().then((list) => {
      if (current) setDocuments(list);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return documents;
}

async function readLocal(): Promise<readonly Remembered[]> {
  try {
    // Loaded on demand: it brings the whole document machinery along.
    const { listLocalDocuments } = await import('@indelible/provider');
    return localList(await listLocalDocuments(), remembered());
  } catch {
    return [];
  }
}
