import type { Library } from '@indelible/editor';

import { listDocuments } from '../api/documents.ts';
import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';
import { remember, remembered } from '../start/remembered.ts';

/** What is mentioned may have come from anybody. */
const addressOf = (id: string): string => documentAddress(encodeURIComponent(id));

/** The other documents, for mentions: as the server lists them, or as this device remembers them. */
export const library: Library = {
  list: async () => {
    try {
      const { documents } = await listDocuments(new AbortController().signal);
      remember(documents);
      return documents;
    } catch {
      return remembered();
    }
  },
  addressOf,
  open: (id) => void go(addressOf(id)),
};
