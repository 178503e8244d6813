import type { NewDocument } from './catalog.ts';
import type { Content } from './search/search.ts';
import { StoreError } from './store-error.ts';
import type { Append, Seq, Snapshot } from './update-log.ts';

/**
 * What every store refuses before it touches its medium, so that all of them refuse the same. The
 * shortest Yjs update has two bytes; text with half a surrogate pair would come back as other text.
 *
 * @throws {StoreError} `invalid`
 */
export function assertStorable(batch: readonly Append[]): void {
  for (const { document, author, at, update } of batch) {
    assertDocument(document);
    if (!author.isWellFormed()) throw invalid(`the author of a row in ${document} is not text`);
    assertTime(at);
    if (update.length < 2) throw invalid(`an update of ${document} has ${update.length} bytes`);
  }
}

/** @throws {StoreError} `invalid` */
export function assertNewDocument({ id, title, seed, author, at }: NewDocument): void {
  assertStorable([{ document: id, author, at, update: seed }]);
  if (!title.isWellFormed()) throw invalid(`the title of ${id} is not text`);
}

/** @throws {StoreError} `invalid` */
export function assertMirror(title: string, editedAt: number): void {
  if (!title.isWellFormed()) throw invalid('a title is not text');
  assertTime(editedAt);
}

/**
 * A snapshot folds at least one row more than the one before it, and none that is not there.
 *
 * @throws {StoreError} `invalid`
 */
export function assertFoldable(expected: Seq, snapshot: Snapshot, head: Seq): void {
  const { seq, update } = snapshot;
  if (!Number.isSafeInteger(seq) || seq <= expected || seq > head || update.length < 2) {
    throw invalid(`a snapshot at ${seq} does not fit between ${expected} and the head ${head}`);
  }
}

/** @throws {StoreError} `invalid` */
export function assertContent(seq: Seq, { title, text }: Content): void {
  if (!Number.isSafeInteger(seq) || seq < 1)
    throw invalid(`${seq} is no row that could be searched`);
  if (!title.isWellFormed() || !text.isWellFormed())
    throw invalid('what is to be found is not text');
}

function assertDocument(document: string): void {
  if (document === '' || !document.isWellFormed()) throw invalid('a document has no valid id');
}

/** @throws {StoreError} `invalid` */
export function assertTime(at: number): void {
  if (!Number.isSafeInteger(at)) throw invalid(`${at} is no time in whole milliseconds`);
}

const invalid = (message: string): StoreError => new StoreError('invalid', message);
