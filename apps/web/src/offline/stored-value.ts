/** Something small that all tabs of this browser know, kept beside the documents. */
export interface StoredValue<T> {
  /** The same object until it changes. */
  readonly read: () => T;
  readonly write: (next: T) => void;
  /** Hears of changes, those by other tabs too. @returns a function that stops it. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** @param parse takes what fits out of stored data; null if nothing is stored, or nothing that is JSON. */
export function storedValue<T>(key: string, parse: (data: unknown) => T): StoredValue<T> {
  const listeners = new Set<() => void>();
  let text: string | null = null;
  let value = parse(null);

  const read = (): T => {
    const stored = readText(key);
    if (stored !== text) {
      text = stored;
      value = parse(parsed(stored));
    }
    return value;
  };
  return {
    read,
    write(next) {
      text = JSON.stringify(next);
      value = next;
      try {
        localStorage.setItem(key, text);
      } catch {
        // Full or forbidden: this page goes on with it, and the next one without. No words are in it.
      }
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      const hear = (event: StorageEvent): void => {
        if (event.key === key || event.key === null) onChange();
      };
      listeners.add(onChange);
      addEventListener('storage', hear);
      return () => {
        listeners.delete(onChange);
        removeEventListener('storage', hear);
      };
    },
  };
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
