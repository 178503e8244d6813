/** What there is now, and what has happened since the start. */
export interface GatewayNumbers {
  readonly connections: number;
  /** Those of them that are no WebSockets. */
  readonly overHttp: number;
  /** Lines with more on their way than they take; they are passed over. */
  readonly slow: number;
  /** Bytes on their way to all lines. */
  readonly buffered: number;
  readonly framesIn: number;
  readonly bytesIn: number;
  readonly framesOut: number;
  readonly bytesOut: number;
  /** How many lines ended, by close code; 1006 for those that broke, 0 for codes nobody agreed upon. */
  readonly closes: ReadonlyMap<number, number>;
  /** How many were refused before there was a line, by HTTP status. */
  readonly refusals: ReadonlyMap<number, number>;
  /** How often somebody sent or wanted more than is taken, by what it was. */
  readonly limits: ReadonlyMap<GatewayLimit, number>;
}

/** What a gateway takes only so much of, see `GatewaySettings`; `slow` is a line that takes too little. */
export type GatewayLimit =
  | 'frame'
  | 'messages'
  | 'bytes'
  | 'address'
  | 'user'
  | 'slow'
  | 'handshake';

/** The counted part, while it is counted. */
export interface Counts {
  framesIn: number;
  bytesIn: number;
  framesOut: number;
  bytesOut: number;
  readonly closes: Map<number, number>;
  readonly refusals: Map<number, number>;
  readonly limits: Map<GatewayLimit, number>;
}

export const newCounts = (): Counts => ({
  framesIn: 0,
  bytesIn: 0,
  framesOut: 0,
  bytesOut: 0,
  closes: new Map(),
  refusals: new Map(),
  limits: new Map(),
});

export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
