import { damageNewestSnapshot } from '@indelible/store';

import { calm } from './calm.ts';
import type { Peer } from './peer.ts';
import type { Action } from './plan.ts';
import type { World } from './world.ts';

/** Does what a step says. What it begins ends by itself after the step's time, or when all heals. */
export async function perform(world: World, action: Action): Promise<void> {
  switch (action.do) {
    case 'type':
    case 'erase':
    case 'format':
    case 'set':
    case 'trespass':
      edit(peerOf(world, action.peer), action);
      break;
    case 'server-edit':
      editAsServer(world, action);
      break;
    case 'cut':
    case 'half-open':
    case 'stall':
    case 'reload':
    case 'away':
    case 'all-away':
      troubleLines(world, action);
      break;
    case 'crash':
    case 'drain':
    case 'wipe':
      await endProcess(world, action);
      break;
    case 'fail-next':
    case 'fail-for':
    case 'slow-disk':
    case 'slow-fold':
    case 'fail-fold':
    case 'damage-snapshot':
      troubleDisk(world, action);
      break;
    case 'jump':
      world.clock.jump(action.by);
      break;
    case 'quiet':
      await calm(world);
      break;
  }
}

type Of<Name extends Action['do']> = Extract<Action, { do: Name }>;

function edit(peer: Peer, action: Of<'type' | 'erase' | 'format' | 'set' | 'trespass'>): void {
  if (action.do === 'trespass') {
    peer.trespass();
    return;
  }
  peer.write((doc) => {
    const text = doc.getText('text');
    if (action.do === 'set') {
      doc.getMap('map').set(`key ${action.value % 3}`, action.value);
      return;
    }
    const at = Math.floor(action.at * text.length);
    if (action.do === 'type') text.insert(at, action.text);
    else if (action.do === 'erase') text.delete(at, Math.min(action.length, text.length - at));
    else text.format(at, Math.min(action.length, text.length - at), { bold: action.at < 0.6 });
  });
}

/** It may fail, but once it has not, it must be on disk. */
function editAsServer({ server, documents }: World, action: Of<'server-edit'>): void {
  const document = documents[action.document];
  // Its owner is the server, which judges how it ends.
  if (document !== undefined && server.isUp) void server.edit(document, action.for);
}

function troubleLines(
  world: World,
  action: Of<'cut' | 'half-open' | 'stall' | 'reload' | 'away' | 'all-away'>,
): void {
  const { clock, peers } = world;
  if (action.do === 'all-away') {
    const document = world.documents[action.document];
    const there = peers.filter((peer) => peer.options.document === document);
    for (const peer of there) peer.leave();
    clock.after(action.for, () => there.forEach((peer) => peer.comeBack()));
    return;
  }
  const peer = peerOf(world, action.peer);
  const { line } = peer;
  if (action.do === 'reload') peer.reload();
  else if (action.do === 'away') {
    peer.leave();
    clock.after(action.for, () => peer.comeBack());
  } else if (line === null) return;
  else if (action.do === 'cut') line.cut(action.lose);
  else {
    world.ail(line);
    if (action.do === 'stall') {
      line.stall();
      clock.after(action.for, () => line.drain());
    } else {
      line.breakSilently(action.way);
      clock.after(action.peerNotices, () => line.peerNotices(null));
      clock.after(action.serverNotices, () => line.serverNotices());
    }
  }
}

async function endProcess(world: World, action: Of<'crash' | 'drain' | 'wipe'>): Promise<void> {
  const { server, clock } = world;
  if (action.do === 'drain') {
    // It ends some time later, while the next steps happen.
    void server.drain().then(() => clock.after(action.for, () => server.restart()));
    return;
  }
  server.crash();
  if (action.do === 'wipe') wipe(world, action.document);
  clock.after(action.for, () => server.restart());
}

/** Puts a document back to nothing, if every copy can be told from the new document. */
function wipe({ documents, peers, medium, judge, retired }: World, index: number): void {
  const document = documents[index];
  if (document === undefined) return;
  const before = medium.disk.documents.get(document);
  const there = peers.filter((peer) => peer.options.document === document);
  if (before === undefined || !there.every(({ knowsEpoch }) => knowsEpoch)) return;
  for (const writer of judge.committed(document).structs.keys()) retired.add(writer);
  const epoch = `${before.epoch}, wiped`;
  medium.disk.documents.set(document, { epoch, rows: [], snapshots: [] });
}

function troubleDisk(
  { medium, server, clock, documents }: World,
  action: Of<
    'fail-next' | 'fail-for' | 'slow-disk' | 'slow-fold' | 'fail-fold' | 'damage-snapshot'
  >,
): void {
  switch (action.do) {
    case 'fail-next':
      medium.failNext(action.operation, action.fault);
      break;
    case 'fail-for':
      medium.fail(action.operation, action.fault);
      clock.after(action.for, () => medium.heal(action.operation));
      break;
    case 'slow-disk':
      medium.slowness = action.by;
      clock.after(action.for, () => (medium.slowness = 0));
      break;
    case 'slow-fold':
      server.foldSlowness = action.by;
      clock.after(action.for, () => (server.foldSlowness = 0));
      break;
    case 'fail-fold':
      server.foldFailures += 1;
      break;
    case 'damage-snapshot': {
      const document = documents[action.document];
      const snapshots = document && medium.disk.documents.get(document)?.snapshots;
      if (document && snapshots?.length) damageNewestSnapshot(medium.disk, document);
      break;
    }
  }
}

function peerOf({ peers }: World, index: number): Peer {
  const peer = peers[index];
  if (peer === undefined) throw new Error(`no peer ${index}`);
  return peer;
}
