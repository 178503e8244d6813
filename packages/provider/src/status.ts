import type { DeviceStatus } from './device-status.ts';

export type { DeviceStatus };

/** What carries the line: plain requests where the network blocks WebSockets. */
export type Via = 'webSocket' | 'http';

/** How the line to the server is. */
export type ConnectionStatus =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly via: Via }
  /** Waiting to try again; `at` is when, in milliseconds since 1970. */
  | { readonly state: 'reconnecting'; readonly at: number }
  /**
   * Refused by the server (`refusal` says why; only `retry()` tries again), or without a refusal: the
   * browser says that it is offline (tried again by itself once it is not), or the provider is closed.
   */
  | { readonly state: 'disconnected'; readonly refusal: Refusal | null };

/** Why the server won't have this client; see `CloseCode`. */
export type Refusal =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'otherEpoch'
  | 'documentFull'
  | 'clientTooOld';

/** What has become of this client's own work. */
export type SaveStatus =
  /** Everything is on the server's disk; `at` is when we were told (null: nothing written yet). */
  | { readonly state: 'saved'; readonly at: number | null }
  /** On its way to the server's disk. */
  | { readonly state: 'saving' }
  /** The line is down; the work is on its way to this device's disk. */
  | { readonly state: 'keeping' }
  /** The line is down; the work is kept on this device. */
  | { readonly state: 'offline' }
  /** The server can't or won't write at the moment. `kept`: the work is safe on this device. */
  | { readonly state: 'failing'; readonly kept: boolean }
  /** The line is down and this device can't keep the work either (private mode, quota). */
  | { readonly state: 'unkept' };

/** Where the document's content on the page comes from. */
export type ContentStatus =
  /** Neither the local copy nor the server has answered: show nothing that could be typed into. */
  | 'loading'
  /** The copy of this device is there, the server's is not yet. */
  | 'local'
  | 'synced'
  /**
   * There is no local copy and the server did not answer; never an empty page to type into. It is
   * still tried, and `synced` follows if it comes.
   */
  | 'failed';

export interface ProviderStatus {
  readonly connection: ConnectionStatus;
  readonly save: SaveStatus;
  readonly content: ContentStatus;
  /** Whether this device keeps what is written; without it, only the server does. */
  readonly device: DeviceStatus;
  /** True while closing the page would lose words: neither acknowledged nor kept on this device. */
  readonly unsafeToClose: boolean;
}
