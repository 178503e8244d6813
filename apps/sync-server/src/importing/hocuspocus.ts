import Database from 'better-sqlite3';
import { z } from 'zod';

import type { Source } from './source.ts';

const named = z.array(z.object({ name: z.string() }));
const kept = z.object({ data: z.instanceof(Uint8Array) });

/**
 * The file of Hocuspocus' SQLite extension: one row per document, its state as one update.
 *
 * @throws if there is no such file or it has no such table.
 */
export function openHocuspocus(file: string): Source {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  return {
    names: async () =>
      named
        .parse(database.prepare('SELECT name FROM documents ORDER BY name').all())
        .map(({ name }) => name),
    roomOf: (name) => name,
    read: async (name) => {
      const row = database.prepare('SELECT data FROM documents WHERE name = ?').get(name);
      return [kept.parse(row).data];
    },
    [Symbol.asyncDispose]: async () => {
      database.close();
    },
  };
}
