import { newGuest, parseGuest } from './guest.ts';
import type { Guest, GuestSource } from './guest.ts';

const KEY = 'indelible:guest';

/** Who is writing in this browser, the same in all its tabs. */
export interface GuestStore {
  readonly current: () => Guest;
  readonly change: (next: Guest) => void;
  /** @returns a function that stops the notifications. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Opens the store; the first visit makes up a guest. Without storage the guest lasts as long as the page. */
export function openGuestStore(source: GuestSource): GuestStore {
  const listeners = new Set<() => void>();
  let guest = read() ?? keep(newGuest(source));
  return {
    current: () => guest,
    change(next) {
      guest = keep(parseGuest(next) ?? guest);
      // The storage event reaches only the other tabs, so this one is told by hand.
      for (const tell of listeners) tell();
    },
    subscribe(onChange) {
      const heard = (event: StorageEvent): void => {
        if (event.key !== KEY) return;
        guest = read() ?? guest;
        onChange();
      };
      listeners.add(onChange);
      addEventListener('storage', heard);
      return () => {
        listeners.delete(onChange);
        removeEventListener('storage', heard);
      };
    },
  };
}

function read(): Guest | null {
  try {
    return parseGuest(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

function keep(guest: Guest): Guest {
  try {
    localStorage.setItem(KEY, JSON.stringify(guest));
  } catch {
    // Not kept, still good for this page.
  }
  return guest;
}
