/** All times in milliseconds. */
export interface ProviderSettings {
  /** A line that has not been greeted by then is given up. */
  readonly connectTimeout: number;
  /** A line on which nothing has arrived for so long is dead; the server speaks every 20 s. */
  readonly silence: number;
  /** A line that held for so long was a good one: the next loss is retried quickly again. */
  readonly stable: number;
  /** So many WebSockets in a row that came to nothing, or one that timed out: HTTP is tried. */
  readonly blockedAfter: number;
  /** On a line over HTTP, when a WebSocket is tried first; each further time twice as late. */
  readonly wayBackBase: number;
  /** … but at least this often. */
  readonly wayBackCap: number;
  /** How long the line over HTTP stays when a WebSocket has taken over, so that others see nobody leave. */
  readonly handover: number;
  /** The first wait is at most this, and each further one at most twice as much. */
  readonly backoffBase: number;
  /** No wait is longer than this. */
  readonly backoffCap: number;
  /** A restarting server is tried again anywhere within this. */
  readonly restartSpread: number;
  /** A busy server (1013, 4503, 4529) is left alone at least this long. */
  readonly busyPause: number;
  /** While the browser says that it is offline, it is not asked more often than this. */
  readonly offlinePause: number;
  /** What others do is held back no longer than this. */
  readonly longestHold: number;
  /** Without a local copy and without the server's, the content has failed after this. */
  readonly contentTimeout: number;
  /** A local database that has not opened by then is done without. */
  readonly openTimeout: number;
  /** A local write that has not ended by then has failed. */
  readonly writeTimeout: number;
  /** Other people's updates are gathered for so long before they are kept on this device. */
  readonly remoteDelay: number;
  /** After a failed local write, how long until the next; doubles up to `keepRetryCap`. */
  readonly keepRetry: number;
  readonly keepRetryCap: number;
  /** Rows of one document; with more, they are folded into one. */
  readonly maxRows: number;
}

export const defaultSettings: ProviderSettings = {
  connectTimeout: 10_000,
  silence: 30_000,
  stable: 5_000,
  blockedAfter: 2,
  wayBackBase: 5_000,
  wayBackCap: 600_000,
  handover: 1_000,
  backoffBase: 300,
  backoffCap: 30_000,
  restartSpread: 1_000,
  busyPause: 1_000,
  offlinePause: 5_000,
  longestHold: 10_000,
  contentTimeout: 10_000,
  openTimeout: 5_000,
  writeTimeout: 10_000,
  remoteDelay: 1_000,
  keepRetry: 5_000,
  keepRetryCap: 60_000,
  maxRows: 200,
};
