import { changedBlocks } from '@indelible/document';
import type { ChangedBlock, ChangedBlocks } from '@indelible/document';
import { pageTime, receivedIn } from '@indelible/provider';
import type { Provider } from '@indelible/provider';

import { namesSeen } from './names-seen.ts';
import type { Names } from './names-seen.ts';

/** What others did to a document while this page was away from it. */
export interface ReturnNews {
  /** How many blocks each of those wrote in who can be named. */
  readonly named: readonly { readonly name: string; readonly count: number }[];
  /** In how many there is the work of others, of whom nobody has told the name. */
  readonly byOthers: number;
  readonly removed: number;
  /** In the order of the document. */
  readonly blocks: readonly ChangedBlock['block'][];
}

export interface ReturnWatch {
  /** Null while there is nothing to tell. The same object until something changes. */
  readonly current: () => ReturnNews | null;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly dismiss: () => void;
}

/** Milliseconds: whoever was away for less has missed nothing that would need to be told. */
const AWAY = 20_000;

const watches = new WeakMap<Provider, ReturnWatch>();

/**
 * Watches for what the server answers to a page that comes back, or is opened from this device's copy: from when it
 * is first asked for, which has to be before the server's first answer.
 */
export function returnWatch(provider: Provider): ReturnWatch {
  const watch = watches.get(provider) ?? begin(provider);
  watches.set(provider, watch);
  return watch;
}

function begin(provider: Provider): ReturnWatch {
  const { doc } = provider;
  const listeners = new Set<() => void>();
  let news: ReturnNews | null = null;
  let all: ChangedBlocks = { blocks: [], removed: 0 };
  let wasAway = true;
  let lostAt: number | null = null;

  const set = (next: ReturnNews | null): void => {
    news = next;
    for (const listener of listeners) listener();
  };
  const onTransaction = (transaction: Parameters<typeof receivedIn>[0]): void => {
    if (receivedIn(transaction)?.isAnswer !== true) return;
    const isBack = wasAway || (lostAt !== null && pageTime() - lostAt >= AWAY);
    // Without a copy of its own the page has not been away from anything.
    const hadCopy = transaction.beforeState.size > 0;
    [wasAway, lostAt] = [false, null];
    if (!isBack || !hadCopy) return;
    const { blocks, removed } = changedBlocks(transaction);
    all = { blocks: [...all.blocks, ...blocks], removed: all.removed + removed };
    // Its author's presence comes right behind.
    setTimeout(() => set(newsOf(all, namesSeen())), 500);
  };
  const onStatus = (): void => {
    const isConnected = provider.status().connection.state === 'connected';
    if (!isConnected) lostAt ??= pageTime();
  };
  doc.on('afterTransaction', onTransaction);
  provider.subscribe(onStatus);
  return {
    current: () => news,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    dismiss() {
      all = { blocks: [], removed: 0 };
      set(null);
    },
  };
}

/** Puts names to changes; null if all of it is this browser's own. */
export function newsOf({ blocks, removed }: ChangedBlocks, names: Names): ReturnNews | null {
  const theirs = blocks.filter(({ clients }) => !isOwn(clients, names));
  if (theirs.length === 0 && removed === 0) return null;
  const counts = new Map<string, number>();
  let byOthers = 0;
  for (const { clients } of theirs) {
    const authors = authorsOf(clients, names);
    for (const name of authors) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (authors.size === 0) byOthers += 1;
  }
  const named = Array.from(counts, ([name, count]) => ({ name, count }));
  const ordered = named.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  const found = Array.from(new Set(theirs.map(({ block }) => block)));
  return { named: ordered, byOthers, removed, blocks: found };
}

/** Written on this device before, by another page of this browser. */
const isOwn = (clients: ChangedBlock['clients'], names: Names): boolean =>
  clients.size > 0 && [...clients].every((client) => names.get(client) === null);

const authorsOf = (clients: ChangedBlock['clients'], names: Names): ReadonlySet<string> =>
  new Set([...clients].flatMap((client) => names.get(client) || []));
