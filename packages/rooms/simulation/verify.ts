import * as Y from 'yjs';

import type { DocumentId } from '@indelible/protocol';
import { createMemoryStore, type MemoryDocument } from '@indelible/store';

import { Coverage } from './coverage.ts';
import { difference, fold, isPending } from './replicas.ts';
import type { World } from './world.ts';

/** Checks everything that must hold when faults have healed and nothing moves any more. */
export async function verify(world: World): Promise<void> {
  checkBounds(world);
  for (const document of world.documents) {
    const onDisk = world.medium.disk.documents.get(document);
    const whole = fold(onDisk?.rows ?? []);
    checkPeers(world, document, whole);
    if (onDisk === undefined) continue;
    await checkLoading(world, document, whole);
    checkRows(world, onDisk, whole);
    checkSnapshots(world, onDisk);
    checkEpoch(world, document);
  }
}

/** Checks that nobody is in a room any more, and nothing is left behind. */
export function verifyEmpty({ server, judge }: World): void {
  const { size } = server.rooms;
  if (size > 0) judge.fail('I8', `${size} rooms stay open though everybody has left`);
  if (server.timers > 0) judge.fail('I8', `${server.timers} timers for no rooms`);
}

function checkBounds({ server, peers, documents, judge }: World): void {
  const { rooms, sessions, unsavedBytes } = server.rooms.numbers();
  if (rooms > documents.length) judge.fail('I8', `${rooms} rooms, ${documents.length} documents`);
  if (sessions !== peers.length || server.attached !== peers.length) {
    judge.fail('I8', `${peers.length} peers, ${server.attached} lines, ${sessions} sessions`);
  }
  if (unsavedBytes !== 0) judge.fail('calm', `${unsavedBytes} bytes are not on disk`);
}

function checkPeers({ peers, judge }: World, document: DocumentId, whole: Y.Doc): void {
  for (const { options, doc, mayWrite } of peers) {
    if (options.document !== document) continue;
    const found = mayWrite ? difference(whole, doc) : missing(whole, doc);
    if (found !== null) judge.fail('I5', `the disk and ${options.name} differ: ${found}`);
  }
  if (whole.getText('text').toString().includes('not mine')) {
    judge.fail('I6', 'what a reader sent is in the document');
  }
}

/**
 * What a reader's copy lacks. It may have more than the disk: nobody asks a reader for what was shown to
 * it and died with the process before it was saved.
 */
function missing(whole: Y.Doc, copy: Y.Doc): string | null {
  const coverage = new Coverage();
  coverage.add(Y.encodeStateAsUpdate(copy));
  return coverage.lacks(Y.encodeStateAsUpdate(whole));
}

/** Opens the disk once more, as a process that starts does. */
async function checkLoading(
  { medium, judge }: World,
  document: DocumentId,
  whole: Y.Doc,
): Promise<void> {
  const stored = await createMemoryStore(medium.disk).log.load(document);
  const { snapshot = null, rows = [] } = stored ?? {};
  const first = (snapshot?.seq ?? 0) + 1;
  if (rows.some(({ seq }, index) => seq !== first + index)) {
    judge.fail('I2', 'rows are missing after the snapshot');
  }
  const found = difference(whole, fold(snapshot === null ? rows : [snapshot, ...rows]));
  if (found !== null) judge.fail('I2', `all rows and what is loaded differ: ${found}`);
}

function checkRows({ judge, peers }: World, { rows }: MemoryDocument, whole: Y.Doc): void {
  if (rows.some(({ seq }, index) => seq !== index + 1)) judge.fail('I2', 'a row is missing');
  if (isPending(whole)) judge.fail('I2', 'what others build on is in no row');
  const readers = peers.filter(({ mayWrite }) => !mayWrite).map(({ options }) => options.name);
  if (rows.some(({ author }) => readers.includes(author))) judge.fail('I6', 'a reader has written');
}

function checkSnapshots({ judge }: World, { rows, snapshots }: MemoryDocument): void {
  for (const snapshot of snapshots) {
    const found = difference(fold(rows.slice(0, snapshot.seq)), fold([snapshot]));
    if (found !== null) judge.fail('I3', `rows and snapshot ${snapshot.seq} differ: ${found}`);
  }
}

function checkEpoch({ judge, retired }: World, document: DocumentId): void {
  for (const writer of judge.committed(document).structs.keys()) {
    if (retired.has(writer)) judge.fail('I9', `what ${writer} wrote in another epoch is back`);
  }
}
