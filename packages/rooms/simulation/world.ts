import { parseRoomName, type DocumentId } from '@indelible/protocol';

import { defaultRoomsSettings } from '../src/settings.ts';
import { ManualClock } from '../test/manual-clock.ts';
import { Judge } from './judge.ts';
import { Ledger } from './ledger.ts';
import { Line } from './line.ts';
import { Medium } from './medium.ts';
import { Peer } from './peer.ts';
import type { PeerPlan, Plan } from './plan.ts';
import type { Plant } from './plant.ts';
import { Random } from './random.ts';
import { Server } from './server.ts';
import { Trace } from './trace.ts';

/** Everything there is in one run. */
export class World {
  readonly clock = new ManualClock();
  readonly medium = new Medium();
  readonly judge = new Judge(this.medium.disk);
  readonly trace = new Trace(this.clock);
  readonly documents: readonly DocumentId[];
  readonly peers: readonly Peer[];
  readonly server: Server;
  /** Yjs clients that wrote in an epoch that is over. */
  readonly retired = new Set<number>();
  /** Lines on which something is wrong that does not pass by itself. */
  readonly #ailing = new Set<Line>();
  readonly #seed: number;
  #lines = 0;

  constructor(plan: Plan, plant: Plant | null) {
    this.#seed = plan.seed;
    this.documents = Array.from({ length: plan.documents }, (_, index) => documentId(index));
    const room = { ...defaultRoomsSettings.room, maxHeld: plan.maxHeld, diffInline: 400 };
    this.server = new Server({
      clock: this.clock,
      medium: this.medium,
      settings: { ...defaultRoomsSettings, ...SETTINGS, ...plan.settings, room },
      random: new Random(plan.seed, 'server'),
      trace: this.trace,
      judge: this.judge,
      plant,
    });
    this.peers = plan.peers.map((peer, index) => this.#createPeer(peer, index));
  }

  /** Marks a line as one that `heal` has to put right. */
  ail(line: Line): void {
    this.#ailing.add(line);
  }

  /** Ends all faults. */
  heal(): void {
    this.medium.healAll();
    this.server.foldSlowness = 0;
    this.server.foldFailures = 0;
    this.server.restart();
    for (const line of this.#ailing) {
      line.drain();
      line.cutIfBroken();
    }
    this.#ailing.clear();
    for (const peer of this.peers) peer.comeBack();
  }

  #createPeer({ style, document, latency }: PeerPlan, index: number): Peer {
    const name = `${style} ${index}`;
    return new Peer({
      name,
      style,
      document: this.documents[document] ?? documentId(document),
      clock: this.clock,
      random: new Random(this.#seed, 'peer', index),
      judge: this.judge,
      dial: (peer) => this.#dial(peer, latency),
    });
  }

  #dial(peer: Peer, latency: number): Line {
    const { clock, trace, judge } = this;
    const { document, name } = peer.options;
    const number = ++this.#lines;
    const random = new Random(this.#seed, 'line', number);
    const line = new Line({
      clock,
      trace,
      judge,
      latency: () => random.between(latency, latency * 3),
      ledger: new Ledger(judge, document, name, peer.mayWrite),
      name: `${name} on line ${number}`,
      peer,
    });
    trace.note(`${name} dials line ${number}`);
    const { claim } = peer;
    // What can go wrong is told over the line.
    const accept = (): void => void this.server.accept(line, peer, claim);
    clock.after(random.between(latency, latency * 3), accept);
    return line;
  }
}

/** Shorter than usual, so that more happens in a run. */
const SETTINGS = { retryFirst: 50, retryMost: 1_000 };

function documentId(index: number): DocumentId {
  const id = parseRoomName(`document-${index}`);
  if (id === null) throw new Error('not a name');
  return id;
}
