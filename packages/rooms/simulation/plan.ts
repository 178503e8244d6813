import type { Operation, StoreErrorCode } from '@indelible/store';

import type { RoomsSettings } from '../src/settings.ts';

/**
 * How a peer speaks: `ours` as our provider does · `eager` like the stock client, which sends what is
 * typed before it has answered the server's step 1, but asks for acknowledgements · `stock` without our
 * extension and without a local copy · `reader` may only read, and tries to write.
 */
export type Style = 'ours' | 'eager' | 'stock' | 'reader';

export interface PeerPlan {
  readonly style: Style;
  /** Index of its document. */
  readonly document: number;
  /** Milliseconds that a frame takes at least, each way. */
  readonly latency: number;
}

/** Everything a run depends on. Steps may be left out, and what is left is a plan again. */
export interface Plan {
  readonly seed: number;
  readonly documents: number;
  readonly peers: readonly PeerPlan[];
  readonly settings: Pick<
    RoomsSettings,
    'debounce' | 'maxWait' | 'maxUnsaved' | 'settleAfter' | 'settleRows' | 'closeAfter'
  >;
  /** Bytes, see `RoomSettings`. */
  readonly maxHeld: number;
  readonly steps: readonly Step[];
}

export type Step = Action & {
  /** Milliseconds until the next step. */
  readonly wait: number;
};

/** `peer` and `document` are indexes, `at` is a place in the text from 0 up to 1, `for` milliseconds. */
export type Action =
  | { readonly do: 'type'; readonly peer: number; readonly at: number; readonly text: string }
  | { readonly do: 'erase'; readonly peer: number; readonly at: number; readonly length: number }
  | { readonly do: 'format'; readonly peer: number; readonly at: number; readonly length: number }
  | { readonly do: 'set'; readonly peer: number; readonly value: number }
  | { readonly do: 'trespass'; readonly peer: number }
  /** The server writes by itself, as for a new title, and takes `for` to make up its mind. */
  | { readonly do: 'server-edit'; readonly document: number; readonly for: number }
  /** With `lose`, what is on its way is lost; without, what the peer has sent still arrives. */
  | { readonly do: 'cut'; readonly peer: number; readonly lose: boolean }
  /** Frames vanish, and either end finds out by itself, or not before everything heals. */
  | {
      readonly do: 'half-open';
      readonly peer: number;
      readonly way: 'up' | 'down' | 'both';
      readonly peerNotices: number;
      readonly serverNotices: number;
    }
  | { readonly do: 'stall'; readonly peer: number; readonly for: number }
  | { readonly do: 'reload'; readonly peer: number }
  | { readonly do: 'away'; readonly peer: number; readonly for: number }
  | { readonly do: 'all-away'; readonly document: number; readonly for: number }
  | { readonly do: 'crash'; readonly for: number }
  | { readonly do: 'drain'; readonly for: number }
  /** While the server is down, the document is put back to nothing, with a new epoch. */
  | { readonly do: 'wipe'; readonly document: number; readonly for: number }
  | { readonly do: 'fail-next'; readonly operation: Operation; readonly fault: PlannedFault }
  | {
      readonly do: 'fail-for';
      readonly operation: Operation;
      readonly fault: PlannedFault;
      readonly for: number;
    }
  | { readonly do: 'slow-disk'; readonly by: number; readonly for: number }
  | { readonly do: 'slow-fold'; readonly by: number; readonly for: number }
  | { readonly do: 'fail-fold' }
  | { readonly do: 'damage-snapshot'; readonly document: number }
  | { readonly do: 'jump'; readonly by: number }
  /** Faults heal, everything quiets down, and the invariants are checked. */
  | { readonly do: 'quiet' };

export interface PlannedFault {
  readonly code: StoreErrorCode;
  readonly done: boolean;
}
