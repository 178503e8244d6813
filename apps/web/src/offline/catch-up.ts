import { listLocalDocuments } from '@indelible/provider';
import type { LocalDocument } from '@indelible/provider';

import { ApiError } from '../api/api-error.ts';
import { deleteDocument, listDocuments } from '../api/documents.ts';
import { openHere } from '../document/use-provider.ts';
import { deletions, forgetDeletion } from './deletions.ts';
import { tellDevice } from './device-news.ts';
import { discardHere } from './edit-here.ts';
import { keptOffline, noteFresh, staleOf } from './kept-offline.ts';
import { onlyHere, openAnywhere } from './open-locks.ts';
import { noteRefusal, refusals } from './refusals.ts';
import { refusalIn, when } from './when.ts';

/** Milliseconds for one document; a large one on a slow line goes on the next time. */
const DEADLINE = 30_000;

/**
 * Brings to the server what was written, made and deleted on this device without it, and to this device what is to
 * be kept there. Every step can be repeated, so it may be cut off anywhere. Only one tab at a time does it, and
 * leaves alone what any tab has open.
 */
export const catchUp = (): Promise<void> => onlyHere('catch-up', bringAll);

async function bringAll(): Promise<void> {
  const local = await listLocalDocuments();
  const kept = keptOffline.read();
  const isNothingToDo =
    deletions.read().length === 0 &&
    !local.some(({ isUnsent }) => isUnsent) &&
    Object.keys(kept).length === 0;
  if (isNothingToDo) return;
  const list = await reachedList();
  if (list === null) return;
  await carryOutDeletions(local);
  const listed = new Set(list.map(({ id }) => id));
  for (const { document } of local.filter((one) => isToBeSent(one, listed))) await bring(document);
  for (const { id, editedAt } of staleOf(kept, list)) {
    if (await bring(id)) noteFresh(id, editedAt);
  }
  tellDevice();
}

/** Null while there is no server to be asked. */
async function reachedList() {
  try {
    return (await listDocuments(new AbortController().signal)).documents;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** What was deleted on the server is not asked about again until it is back. */
function isToBeSent({ document, isUnsent }: LocalDocument, listed: ReadonlySet<string>): boolean {
  if (!isUnsent || deletions.read().includes(document)) return false;
  return refusals.read()[document] !== 'notFound' || listed.has(document);
}

async function carryOutDeletions(local: readonly LocalDocument[]): Promise<void> {
  for (const id of deletions.read()) {
    const isNew = local.some((one) => one.document === id && one.isNew);
    try {
      // The server has never heard of it, so there is nothing to bring back either.
      if (isNew) await discardHere(id);
      else await deleteDocument(id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code !== 'notFound') continue;
    }
    forgetDeletion(id);
  }
}

/** @returns whether all of it is on the server and, as it is there, on this device. */
async function bring(document: string): Promise<boolean> {
  const isOpen = await openAnywhere();
  if (isOpen(document)) return false;
  const opened = openHere(document);
  try {
    const status = await when(
      opened.provider,
      (now) =>
        refusalIn(now) !== null ||
        (now.content === 'synced' && now.save.state === 'saved' && !now.unsafeToClose),
      DEADLINE,
    );
    noteRefusal(document, refusalIn(status));
    return refusalIn(status) === null;
  } catch {
    // Decided here: it is as safe on this device as before, and its turn comes again.
    return false;
  } finally {
    opened.release();
  }
}
