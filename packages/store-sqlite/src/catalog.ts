import { assertContent, assertMirror, assertNewDocument, assertTime } from '@indelible/store';
import type { Catalog } from '@indelible/store';

import type { Threads } from './store.ts';

/** The catalog as the main thread sees it. */
export const createCatalog = (threads: Threads): Catalog => ({
  async create(document) {
    const writer = threads.writer();
    assertNewDocument(document);
    return writer.call('create', [document], [], 'ambiguous');
  },
  find: async (id) => threads.reader().call('find', [id]),
  list: async () => threads.reader().call('list', []),
  async mirror(id, title, editedAt) {
    const writer = threads.writer();
    assertMirror(title, editedAt);
    return writer.call('mirror', [id, title, editedAt], [], 'ambiguous');
  },
  async remove(id, at) {
    const writer = threads.writer();
    assertTime(at);
    return writer.call('remove', [id, at], [], 'ambiguous');
  },
  restore: async (id) => threads.writer().call('restore', [id], [], 'ambiguous'),
  async index(id, seq, { title, text }) {
    const writer = threads.writer();
    assertContent(seq, { title, text });
    return writer.call('index', [id, seq, { title, text }], [], 'ambiguous');
  },
  indexedThrough: async (id) => threads.reader().call('indexedThrough', [id]),
  search: async (query, limit) => threads.reader().call('search', [query, limit]),
  outdated: async (from, limit) => threads.reader().call('outdated', [from, limit]),
});
