import type { RunningServer } from '../servers/running-server.ts';
import { Person } from '../wire/person.ts';
import { RunCache } from '../wire/run-cache.ts';
import { Arrivals } from './arrivals.ts';
import type { Latencies } from './latencies.ts';

/** As large as real client ids, which are random numbers of 32 bits. */
const FIRST_CLIENT = 3_000_000_000;
/** How many come in at once. */
const AT_ONCE = 20;

/** A room full of people, and what of their typing arrived at whom. */
export class LoadedRoom {
  readonly arrivals: Arrivals;
  /** Where latencies are entered; null while nothing is measured. */
  latencies: Latencies | null = null;
  readonly #people: Person[] = [];
  readonly #runs = new RunCache();

  private constructor(people: number) {
    this.arrivals = new Arrivals(people, FIRST_CLIENT);
  }

  /** Brings everybody in. @throws {Error} if somebody is not let in. */
  static async open(server: RunningServer, name: string, people: number): Promise<LoadedRoom> {
    const room = new LoadedRoom(people);
    for (let first = 0; first < people; first += AT_ONCE) {
      const length = Math.min(AT_ONCE, people - first);
      const group = Array.from({ length }, (_, i) => room.#join(server, name, first + i));
      room.#people.push(...(await Promise.all(group)));
    }
    return room;
  }

  get caretsHeard(): number {
    return this.#people.reduce((sum, { carets }) => sum + carets, 0);
  }

  type(person: number): void {
    this.arrivals.send(person, performance.now());
    this.#people[person]?.type();
  }

  moveCaret(person: number): void {
    this.#people[person]?.moveCaret();
  }

  leave(): void {
    for (const person of this.#people) person.cut();
  }

  #join(server: RunningServer, name: string, index: number): Promise<Person> {
    return Person.join({
      port: server.port,
      dialect: server.kind.dialect(name),
      client: FIRST_CLIENT + index,
      listener: {
        update: (update, at) =>
          this.arrivals.receive(index, this.#runs.of(update), at, this.latencies),
      },
    });
  }
}
