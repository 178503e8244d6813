import type { Awareness } from 'y-protocols/awareness';

import { groupPeople } from '../people/people.ts';
import { shownName } from '../people/person.ts';

/** Somebody who can be mentioned. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** How many are remembered of a document. */
const MAX_SEEN = 50;

/** Those who are here, and then those who have been seen here on this device; the last one seen first. */
export function peopleOf(awareness: Awareness, document: string): NamedPerson[] {
  const here = groupPeople(awareness.getStates(), awareness.clientID).map(({ id, name }) => ({
    id,
    name,
  }));
  return joined(here, readSeen(document));
}

/** Remembers whoever comes to a document. @returns a function that ends it. */
export function rememberPeople(awareness: Awareness, document: string): () => void {
  let noted = '';
  const note = (): void => {
    const here = groupPeople(awareness.getStates(), awareness.clientID).map(({ id, name }) => ({
      id,
      name,
    }));
    // Presence also changes with every move of a caret.
    const key = JSON.stringify(here);
    if (key === noted) return;
    noted = key;
    const before = readSeen(document);
    const now = joined(here, before);
    if (JSON.stringify(now) !== JSON.stringify(before)) writeSeen(document, now);
  };
  awareness.on('change', note);
  return () => awareness.off('change', note);
}

/** Nobody twice; a newer name holds. */
export function joined(
  first: readonly NamedPerson[],
  others: readonly NamedPerson[],
): NamedPerson[] {
  const all = new Map(first.map((person) => [person.id, person]));
  for (const person of others) if (!all.has(person.id)) all.set(person.id, person);
  return [...all.values()].slice(0, MAX_SEEN);
}

/** Takes people out of stored data. */
export function parseSeen(data: string | null): NamedPerson[] {
  try {
    const parsed: unknown = JSON.parse(data ?? '[]');
    if (!Array.isArray(parsed)) return [];
    return parsed.flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { id, name } = entry as Record<string, unknown>;
      return typeof id === 'string' && typeof name === 'string'
        ? [{ id, name: shownName(name) }]
        : [];
    });
  } catch {
    return [];
  }
}

const keyOf = (document: string): string => `indelible:seen-${document}`;

function readSeen(document: string): NamedPerson[] {
  try {
    return parseSeen(localStorage.getItem(keyOf(document)));
  } catch {
    return [];
  }
}

function writeSeen(document: string, people: readonly NamedPerson[]): void {
  try {
    localStorage.setItem(keyOf(document), JSON.stringify(people));
  } catch {
    // Not kept; those who are here can be mentioned all the same.
  }
}
