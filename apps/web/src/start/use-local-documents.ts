import { useEffect, useState } from 'react';

import { onDeviceNews } from '../offline/device-news.ts';
import { refusals } from '../offline/refusals.ts';
import { localRows, remembered } from './remembered.ts';
import type { LocalRow } from './remembered.ts';

/** Milliseconds: while there is a server, its list comes first, and then what is only here. */
const LATER = 1_500;

/** The documents of which this device has something; null until they are known. `urgent`: they are all there is. */
export function useLocalDocuments(urgent: boolean): readonly LocalRow[] | null {
  const [documents, setDocuments] = useState<readonly LocalRow[] | null>(null);
  useEffect(() => {
    let current = true;
    const look = (): void => {
      void readLocal().then((list) => {
        if (current) setDocuments(list);
      });
    };
    const timer = setTimeout(look, urgent ? 0 : LATER);
    const stops = [onDeviceNews(look), refusals.subscribe(look)];
    return () => {
      current = false;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [urgent]);
  return documents;
}

async function readLocal(): Promise<readonly LocalRow[]> {
  try {
    // Loaded on demand: it brings the whole document machinery along.
    const { listLocalDocuments } = await import('@indelible/provider');
    return localRows(await listLocalDocuments(), remembered());
  } catch {
    return [];
  }
}
