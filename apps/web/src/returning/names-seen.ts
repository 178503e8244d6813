import type { Provider } from '@indelible/provider';

import { storedValue } from '../offline/stored-value.ts';

/** By Yjs client id: the name that was beside it when it was seen here; null: a page of this browser itself. */
export type Names = ReadonlyMap<number, string | null>;
type Pairs = readonly (readonly [number, string | null])[];

/** The latest are remembered, so that those who have left by then can still be named. */
const MOST = 400;

const names = storedValue<Pairs>('indelible:names', parseNames);

/** The names that go with client ids, as far as this browser has seen them. */
export const namesSeen = (): Names => new Map(names.read());

/** Remembers who is seen in a document, oneself included. @returns a function that stops it. */
export function rememberNames({ awareness, doc }: Provider): () => void {
  note(new Map([[doc.clientID, null]]));
  const look = (): void => {
    const seen = new Map<number, string | null>();
    for (const [client, state] of awareness.getStates()) {
      if (client !== doc.clientID) seen.set(client, nameIn(state));
    }
    note(seen);
  };
  awareness.on('change', look);
  return () => awareness.off('change', look);
}

function note(seen: Names): void {
  const known = names.read();
  const next = withNames(known, seen);
  if (next !== known) names.write(next);
}

/** The names with those that are new, the latest last, at most `most`; the same list if nothing is new. */
export function withNames(known: Pairs, seen: Names, most = MOST): Pairs {
  const former = new Map(known);
  const news = [...seen].filter(([client, name]) => former.get(client) !== name);
  if (news.length === 0) return known;
  const clients = new Set(news.map(([client]) => client));
  return [...known.filter(([client]) => !clients.has(client)), ...news].slice(-most);
}

/** Takes what fits out of stored data. */
export function parseNames(data: unknown): Pairs {
  if (!Array.isArray(data)) return [];
  return data.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [client, name] = pair as readonly unknown[];
    if (typeof client !== 'number') return [];
    return typeof name === 'string' || name === null ? [[client, name] as const] : [];
  });
}

function nameIn(state: Record<string, unknown>): string {
  const { user } = state;
  if (typeof user !== 'object' || user === null || !('name' in user)) return '';
  return typeof user.name === 'string' ? user.name : '';
}
