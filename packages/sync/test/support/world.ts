import assert from 'node:assert/strict';

import fc from 'fast-check';
import * as Y from 'yjs';

import { CloseCode, extensionFrame, type Role } from '@indelible/protocol';
import {
  defaultRoomSettings,
  diffParts,
  encodeDeleteSet,
  mergeUpdates,
  Room,
  RoomLog,
  scanUpdate,
  type Base,
  type Effect,
  type Position,
  type SessionId,
} from '@indelible/sync';

import { edit, newDoc, type Edit } from './edits.ts';
import { Peer } from './peer.ts';

/** One thing that happens. Which numbers matter depends on what it is. */
export interface Event extends Edit {
  readonly what: (typeof HAPPENINGS)[number];
  readonly who: number;
}

const HAPPENINGS = [
  ...(['edit', 'edit', 'edit', 'edit', 'edit', 'edit'] as const),
  ...(['up', 'up', 'up', 'up', 'down', 'down', 'down', 'down'] as const),
  ...(['repeat', 'leave', 'stall', 'drain', 'tick', 'tick'] as const),
  ...(['take', 'commit', 'fold', 'rebase', 'crash', 'noise', 'intrude'] as const),
] as const;

export const someEvents = fc.array(
  fc.record({
    what: fc.constantFrom(...HAPPENINGS),
    who: fc.nat(3),
    kind: fc.nat(23),
    at: fc.nat(1000),
    size: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 150, size: 'max' },
);

const ROLES: readonly Role[] = ['writer', 'writer', 'writer', 'reader'];

/** A room, three who write, one who reads, a disk and a line to each, all driven by events. */
export class World {
  readonly peers = ROLES.map((role, index) => new Peer(index + 1, role));
  /** Applied every update that reached the room from somebody who may write. */
  readonly reference = newDoc(100);
  /** What is on disk, as rows; and the same applied to a document. */
  readonly #rows: Uint8Array[] = [];
  readonly disk = newDoc(101);
  log = new RoomLog(null, []);
  #room = this.#openRoom();
  #taken: { readonly through: Position; readonly rows: readonly Uint8Array[] } | null = null;
  #base: { readonly base: Base; readonly through: Position; readonly row: number } | null = null;
  #snapshot: { readonly base: Base; readonly row: number } | null = null;
  readonly #diffs: Extract<Effect, { type: 'diff' }>[] = [];
  #now = 0;
  #nextId = 1;

  happen(event: Event): void {
    const peer = this.peers[event.who] ?? this.peer(0);
    switch (event.what) {
      case 'edit':
        if (peer.role === 'writer') edit(peer.doc, event);
        break;
      case 'up':
        this.#up(peer);
        break;
      case 'down':
        peer.hearNext();
        break;
      case 'repeat':
        peer.repeat(event.at);
        break;
      case 'leave':
        this.#leave(peer);
        break;
      case 'stall':
        if (peer.session !== null) this.#room.stalled(peer.session);
        break;
      case 'drain':
        if (peer.session !== null) this.#run(this.#room.drained(peer.session));
        break;
      case 'tick':
        this.#now += event.size % 40;
        this.#run(this.#room.tick(this.#now));
        this.#answerDiffs();
        break;
      case 'take':
        this.#take();
        break;
      case 'commit':
        this.#commit();
        break;
      case 'fold':
        this.#fold();
        break;
      case 'rebase':
        this.#rebase();
        break;
      case 'crash':
        if (event.size % 4 === 0) this.#crash();
        break;
      case 'noise':
        this.#noise(event);
        break;
      case 'intrude':
        this.#intrude(event);
        break;
    }
    this.#connectAll();
  }

  /** All lines are whole, all frames arrive, everything is stored. */
  heal(): void {
    for (let quiet = 0; quiet < 2; quiet++) {
      this.#answerDiffs();
      for (const peer of this.peers) {
        if (peer.session !== null) this.#run(this.#room.drained(peer.session));
        while (peer.up.length > 0 || peer.down.length > 0 || this.#diffs.length > 0) {
          quiet = 0;
          this.#answerDiffs();
          this.#up(peer);
          peer.hearNext();
        }
      }
      while (this.#room.wakeAt !== null) {
        this.#now = Math.max(this.#now, this.#room.wakeAt);
        this.#run(this.#room.tick(this.#now));
      }
      this.#take();
      this.#commit();
    }
  }

  peer(index: number): Peer {
    const peer = this.peers[index];
    if (peer === undefined) throw new Error(`there is no peer ${index}`);
    return peer;
  }

  #openRoom(): Room {
    const settings = { ...defaultRoomSettings, maxHeld: 4096, diffInline: 300 };
    return new Room(this.log, { epoch: 'e', schema: 1 }, settings);
  }

  #connectAll(): void {
    for (const peer of this.peers) {
      if (peer.session !== null) continue;
      const id = this.#newId();
      peer.connect(id);
      this.#run(
        this.#room.join(id, {
          role: peer.role,
          author: `author ${peer.number % 2}`,
          extended: true,
        }),
      );
    }
  }

  #newId(): SessionId {
    return this.#nextId++ as SessionId;
  }

  #up(peer: Peer): void {
    const frame = peer.up.shift();
    if (frame === undefined || peer.session === null) return;
    const { head } = this.log;
    const update = peer.updateIn(frame);
    if (update !== null && peer.role === 'writer') Y.applyUpdate(this.reference, update);
    this.#run(this.#room.receive(peer.session, frame, this.#now));
    if (peer.role === 'reader') assert.equal(this.log.head, head, 'I6');
  }

  #run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'close') {
        this.peers.find(({ session }) => session === effect.session)?.disconnect();
        continue;
      }
      if (effect.type === 'diff') {
        this.#diffs.push(effect);
        continue;
      }
      if (effect.type === 'limited') continue;
      for (const peer of this.peers) {
        if (peer.session !== null && effect.to.includes(peer.session)) {
          peer.down.push(effect.frame);
          this.#checkSaved(peer, effect.frame);
        }
      }
    }
  }

  #answerDiffs(): void {
    for (const { session, parts, stateVector, through } of this.#diffs.splice(0)) {
      const step2 = diffParts(parts, stateVector);
      this.#run(this.#room.answered(session, step2, through, this.#now));
    }
  }

  /** I1: what is said to be saved is on disk. */
  #checkSaved(peer: Peer, frame: Uint8Array): void {
    const snapshot = Y.snapshot(this.disk);
    for (const update of peer.coveredBy(frame)) {
      assert.ok(Y.snapshotContainsUpdate(snapshot, update), 'I1');
    }
  }

  #leave(peer: Peer): void {
    if (peer.session === null) return;
    this.#run(this.#room.leave(peer.session, this.#now));
    peer.disconnect();
  }

  /** The writer takes what is dirty: a row for each author. */
  #take(): void {
    const entries = this.#room.unsaved();
    const last = entries.at(-1);
    if (last === undefined || this.#taken !== null) return;
    const byAuthor = Map.groupBy(entries, ({ author }) => author);
    const rows = [...byAuthor.values()].map((own) => mergeUpdates(own.map(({ update }) => update)));
    this.#taken = { through: last.position, rows };
  }

  #commit(): void {
    if (this.#taken === null) return;
    const { through, rows } = this.#taken;
    this.#taken = null;
    this.#rows.push(...rows);
    for (const row of rows) Y.applyUpdate(this.disk, row);
    assert.equal(this.disk.store.pendingStructs, null, 'a commit leaves nothing pending');
    assert.equal(this.disk.store.pendingDs, null);
    this.#run(this.#room.stored(through, { epoch: 'e', place: `row ${this.#rows.length}` }));
  }

  /** Compaction begins: by way of a document that collects garbage. */
  #fold(): void {
    const { through, parts } = this.log.storedParts();
    if (this.#taken !== null) return;
    const doc = newDoc(102);
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    assert.equal(doc.store.pendingStructs, null);
    const update = Y.encodeStateAsUpdate(doc);
    const deleteSet = encodeDeleteSet(scanUpdate(update).deletes);
    const base = { update, stateVector: Y.encodeStateVector(doc), deleteSet };
    this.#base = { base, through, row: this.#rows.length };
  }

  #rebase(): void {
    if (this.#base === null) return;
    const { base, through, row } = this.#base;
    this.#base = null;
    this.#snapshot = { base, row };
    this.#room.rebase(base, through);
  }

  /** The process dies and comes back with what is on disk. */
  #crash(): void {
    this.#taken = null;
    this.#base = null;
    const row = this.#snapshot?.row ?? 0;
    this.log = new RoomLog(this.#snapshot?.base ?? null, this.#rows.slice(row));
    this.#room = this.#openRoom();
    for (const peer of this.peers) peer.disconnect();
  }

  /** Somebody joins, sends rubbish and is thrown out. */
  #noise({ at, size }: Event): void {
    const { head } = this.log;
    const id = this.#newId();
    this.#room.join(id, { role: 'writer', author: 'nobody', extended: true });
    const frame = new Uint8Array([at % 3, size % 4, 5, size % 256, at % 256]);
    const [effect] = this.#room.receive(id, frame, this.#now);
    assert.ok(effect?.type === 'close' && effect.session === id);
    assert.equal(effect.code, CloseCode.malformed);
    assert.equal(this.log.head, head);
  }

  /** The reader tries to write. */
  #intrude(event: Event): void {
    const reader = this.peer(3);
    const rogue = newDoc(200);
    Y.applyUpdate(rogue, Y.encodeStateAsUpdate(reader.doc));
    edit(rogue, event);
    reader.send(Y.encodeStateAsUpdate(rogue), event.at % 2 === 0 ? 'update' : 'step2');
    reader.up.push(extensionFrame({ type: 'barrier', n: 1 }));
  }
}
