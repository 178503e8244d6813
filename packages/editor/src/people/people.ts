import { parsePerson, type Person } from './person.ts';

/** A person who has the document open. */
export interface PersonHere extends Person {
  /** Whether it is the person at this page. */
  readonly self: boolean;
  /** How many of their tabs have it open. */
  readonly tabs: number;
  /** Without an account. Nobody vouches for one yet, and what a state says of itself proves nothing: all are guests. */
  readonly isGuest: boolean;
}

/**
 * The people behind presence states: oneself first, then the others in the order of their names.
 *
 * Tabs of one person count once. If a person's tabs disagree about name or colour, the newest tab's hold: ids
 * of Yjs clients are random, so the highest stands in for the newest and is the same for every reader.
 */
export function groupPeople(states: ReadonlyMap<number, unknown>, own: number): PersonHere[] {
  const people = new Map<string, PersonHere>();
  const ownId = parsePerson(states.get(own), own)?.id;
  for (const client of [...states.keys()].toSorted((a, b) => a - b)) {
    const person = parsePerson(states.get(client), client);
    if (person === null) continue;
    const tabs = (people.get(person.id)?.tabs ?? 0) + 1;
    people.set(person.id, { ...person, self: person.id === ownId, tabs, isGuest: true });
  }
  return [...people.values()].toSorted(byOrder);
}

function byOrder(a: PersonHere, b: PersonHere): number {
  if (a.self !== b.self) return a.self ? -1 : 1;
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
