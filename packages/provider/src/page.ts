/** What the browser tells about the page and its network. */
export type PageSignal =
  | 'online'
  | 'offline'
  | 'visible'
  /** The page is being left, perhaps for good; it may come back out of the browser's cache. */
  | 'leaving'
  | 'returned';

export interface Page {
  /** False only if the browser is sure that there is no network. */
  isOnline(): boolean;
  /** @returns a function that stops the signals. */
  listen(onSignal: (signal: PageSignal) => void): () => void;
}

const SIGNALS = [
  ['online', 'online'],
  ['offline', 'offline'],
  ['pagehide', 'leaving'],
  ['pageshow', 'returned'],
] as const;

/** The page this code runs in; without one (a worker, Node) always online and silent. */
export function browserPage(): Page {
  if (typeof window === 'undefined' || typeof document === 'undefined') {
    return { isOnline: () => true, listen: () => () => undefined };
  }
  return {
    isOnline: () => navigator.onLine,
    listen(onSignal) {
      const stop = new AbortController();
      const { signal } = stop;
      for (const [type, meaning] of SIGNALS) {
        window.addEventListener(type, () => onSignal(meaning), { signal });
      }
      const seen = () => document.visibilityState === 'visible' && onSignal('visible');
      document.addEventListener('visibilitychange', seen, { signal });
      return () => stop.abort();
    },
  };
}
