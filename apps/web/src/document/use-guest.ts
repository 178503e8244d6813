import { useSyncExternalStore } from 'react';

import { personColors } from '@indelible/editor';

import { openGuestStore } from '../person/guest-store.ts';
import { randomId } from '../person/guest.ts';
import type { Guest } from '../person/guest.ts';

const store = openGuestStore({ random: Math.random, id: randomId, colors: personColors });

/** Who is writing in this browser, and how to change that. */
export const useGuest = (): readonly [Guest, (next: Guest) => void] => [
  useSyncExternalStore(store.subscribe, store.current),
  store.change,
];
