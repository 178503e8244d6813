import { createProvider, type CreateOptions } from './create-provider.ts';
import type { Provider } from './provider.ts';

export interface OpenedProvider {
  readonly provider: Provider;
  /** Gives it back; the last one closes it a little later. Further calls do nothing. */
  release(): void;
}

interface Entry {
  readonly provider: Provider;
  holders: number;
  stopClosing: () => void;
}

/** Milliseconds. React's StrictMode opens, closes and opens again at once. */
const LINGER = 1_000;

const open = new Map<string, Entry>();
/** Documents that are being closed: whoever opens one again waits for it. */
const closing = new Map<string, Promise<void>>();

/**
 * Opens a document, or shares it with whoever has the same one open on this page. Options other than
 * `url` and `document` are the first opener's.
 */
export function openProvider(options: CreateOptions): OpenedProvider {
  const key = JSON.stringify([options.url, options.document]);
  const entry = open.get(key) ?? add(key, options);
  entry.holders += 1;
  entry.stopClosing();
  let isHeld = true;
  return {
    provider: entry.provider,
    release() {
      if (!isHeld) return;
      isHeld = false;
      entry.holders -= 1;
      if (entry.holders === 0) closeLater(key, entry);
    },
  };
}

function add(key: string, options: CreateOptions): Entry {
  const after = closing.get(key) ?? Promise.resolve();
  const provider = createProvider({ ...options, after });
  const entry: Entry = { provider, holders: 0, stopClosing: () => undefined };
  open.set(key, entry);
  return entry;
}

/** Not while closing would lose words: then it lives on, unseen, until it may. */
function closeLater(key: string, entry: Entry): void {
  const { provider } = entry;
  let unsubscribe = (): void => undefined;
  const timer = setTimeout(() => {
    const closeIfSafe = (): void => {
      if (provider.status().unsafeToClose) return;
      entry.stopClosing();
      close(key, entry);
    };
    unsubscribe = provider.subscribe(closeIfSafe);
    closeIfSafe();
  }, LINGER);
  entry.stopClosing = () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function close(key: string, { provider }: Entry): void {
  open.delete(key);
  const ended = Promise.resolve(provider[Symbol.asyncDispose]()).finally(() => {
    if (closing.get(key) === ended) closing.delete(key);
  });
  closing.set(key, ended);
}
