import * as Y from 'yjs';

import { parseRoomName, type DocumentId } from '@indelible/protocol';
import type { Rooms } from '@indelible/rooms';

import type { Source } from './source.ts';

export interface ImportOptions {
  readonly source: Source;
  readonly rooms: Rooms;
  /** Leave out what is here already, instead of refusing everything. */
  readonly skipsExisting: boolean;
  /** Told of every document that can't be imported. */
  readonly onFailure: (name: string, reason: string) => void;
}

export interface ImportResult {
  readonly imported: number;
  /** There already. */
  readonly skipped: number;
  /** Nothing had ever been written in them. */
  readonly empty: number;
  readonly failed: number;
}

interface Planned {
  readonly name: string;
  readonly room: DocumentId;
  readonly exists: boolean;
}

/** Written beside everything that is imported. */
const AUTHOR = 'import';
const MOST_NAMED = 5;

/**
 * Copies whole documents into rooms, one row each. What can't be read is left out and told.
 *
 * @throws before anything is written, if a name can't be that of a room or a room is there already;
 * {StoreError} if the data can't be written.
 */
export async function importDocuments(options: ImportOptions): Promise<ImportResult> {
  const planned = await plan(options);
  const wanted = planned.filter(({ exists }) => !exists);
  const result = { imported: 0, skipped: planned.length - wanted.length, empty: 0, failed: 0 };
  for (const { name, room } of wanted) {
    const update = await readWhole(options, name);
    if (update === null) {
      result.failed += 1;
    } else if (Y.decodeUpdate(update).structs.length === 0) {
      result.empty += 1;
    } else {
      await options.rooms.edit(room, AUTHOR, async () => update);
      result.imported += 1;
    }
  }
  return result;
}

async function plan({ source, rooms, skipsExisting }: ImportOptions): Promise<Planned[]> {
  const planned: Planned[] = [];
  const unusable: string[] = [];
  const names = await source.names();
  for (const name of names) {
    const room = parseRoomName(source.roomOf(name));
    if (room === null) unusable.push(name);
    else planned.push({ name, room, exists: (await rooms.read(room)).length > 0 });
  }
  const different = new Set(planned.map(({ room }) => room)).size;
  if (unusable.length > 0) throw new Error(`these can’t be names of rooms: ${some(unusable)}`);
  if (different < planned.length) throw new Error('two documents would be the same room');
  const existing = planned.filter(({ exists }) => exists).map(({ room }) => room);
  if (existing.length > 0 && !skipsExisting) {
    throw new Error(`these rooms exist already: ${some(existing)}`);
  }
  return planned;
}

/** One update with everything, checked to be complete; null if it isn't. */
async function readWhole(options: ImportOptions, name: string): Promise<Uint8Array | null> {
  const doc = new Y.Doc();
  try {
    const updates = await options.source.read(name);
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error('parts of it are missing');
    }
    return Y.encodeStateAsUpdate(doc);
  } catch (error) {
    options.onFailure(name, error instanceof Error ? error.message : String(error));
    return null;
  } finally {
    doc.destroy();
  }
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
