import * as Y from 'yjs';

import { HeadlessWriter } from './headless-writer.ts';

/** One person's page, device and line. */
export interface Seat {
  writer: HeadlessWriter;
  /** What the device has kept. */
  readonly kept: Uint8Array[];
  /** How much of the server's log has been received; null off line. */
  heard: number | null;
}

/** Writers at one server, which passes on what it gets in the order in which it got it. */
export class LineOfWriters {
  readonly seats: Seat[];
  readonly #log: Uint8Array[];
  readonly #isKeeping: boolean;
  #nextId = 1;

  constructor(count: number, seed: Uint8Array, isKeeping = true) {
    this.#log = [seed];
    this.#isKeeping = isKeeping;
    this.seats = Array.from({ length: count }, () => ({
      writer: new HeadlessWriter(this.#nextId++, [seed], isKeeping),
      kept: [seed],
      heard: 1,
    }));
  }

  seat(index: number): Seat {
    const seat = this.seats[index % this.seats.length];
    if (seat === undefined) throw new Error('Nobody is there.');
    return seat;
  }

  send({ writer, kept, heard }: Seat): void {
    if (heard === null) return;
    const made = writer.made.splice(0);
    kept.push(...made);
    this.#log.push(...made);
  }

  receive(seat: Seat, count = Infinity): void {
    for (let left = count; left > 0 && seat.heard !== null; left -= 1) {
      const update = this.#log[seat.heard];
      if (update === undefined) return;
      seat.heard += 1;
      seat.kept.push(update);
      seat.writer.receive(update);
    }
  }

  leave(seat: Seat): void {
    seat.heard = null;
  }

  /** As two sync steps do: each side says what it has, and gets all that it lacks. */
  return(seat: Seat, answersFirst: boolean): void {
    if (seat.heard !== null) return;
    const state = Y.mergeUpdates(this.#log);
    const { doc, made } = seat.writer;
    const step2 = (): Uint8Array =>
      Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(state));
    const missed = Y.diffUpdate(state, Y.encodeStateVector(doc));
    if (!answersFirst) seat.writer.receive(missed, true);
    seat.kept.push(...made.splice(0));
    this.#log.push(step2());
    seat.heard = this.#log.length;
    if (answersFirst) seat.writer.receive(missed, true);
    seat.kept.push(missed);
  }

  /** A new page of the same device. */
  reload(seat: Seat): void {
    const answersFirst = true;
    seat.writer.losePatience();
    seat.kept.push(...seat.writer.made.splice(0));
    seat.writer.doc.destroy();
    seat.writer = new HeadlessWriter(this.#nextId++, seat.kept, this.#isKeeping);
    if (seat.heard === null) return;
    seat.heard = null;
    this.return(seat, answersFirst);
  }

  /** Everybody is on line until there is nothing new any more, then all lose their patience. */
  comeToRest(): void {
    for (const seat of this.seats) this.return(seat, true);
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const before = this.#log.length;
      for (const seat of this.seats) {
        this.receive(seat);
        this.send(seat);
      }
      if (this.#log.length !== before) continue;
      for (const { writer } of this.seats) writer.losePatience();
      if (this.seats.every(({ writer }) => writer.made.length === 0)) return;
    }
    throw new Error('They never come to rest.');
  }
}
