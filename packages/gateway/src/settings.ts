/** Times in milliseconds, sizes in bytes; 0 turns a limit off. */
export interface GatewaySettings {
  /** A longer frame closes the connection with 1009. */
  readonly maxFrame: number;
  /**
   * How often lines are looked after. One that has answered nothing since the last time but one is dead
   * and cut.
   */
  readonly heartbeat: number;
  /**
   * A line on which nothing was sent for this long gets an empty presence message: a stock client hangs
   * up after 30 s without one and does not count WebSocket pings.
   */
  readonly keepAlive: number;
  /** With more than this on its way a line counts as slow and is passed over. */
  readonly stallAt: number;
  /** A slow line to which this much more had to be sent is closed with 1013. */
  readonly closeAt: number;
  /** How long the other end may take to answer our closing before the line is cut. */
  readonly closeTimeout: number;
  /**
   * A line over which more than this comes every second, for longer than ten seconds' worth, is closed
   * with 4529. Presence is not counted, because stock clients echo that of everybody.
   */
  readonly messagesPerSecond: number;
  /** The same for bytes, presence included. */
  readonly bytesPerSecond: number;
  /**
   * Lines and upgrades at once from one address, or from one IPv6 /64; more are answered with HTTP 429.
   * The machine itself is not counted.
   */
  readonly perAddress: number;
  /** Lines at once of one author; one more is closed with 1013. */
  readonly perAuthor: number;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether there are lines over HTTP, for networks that block WebSockets. */
  readonly httpFallback: boolean;
}

export const defaultGatewaySettings: GatewaySettings = {
  maxFrame: 16 * 1024 * 1024 + 64,
  heartbeat: 10_000,
  keepAlive: 15_000,
  stallAt: 1024 * 1024,
  closeAt: 4 * 1024 * 1024,
  closeTimeout: 3_000,
  messagesPerSecond: 500,
  bytesPerSecond: 4 * 1024 * 1024,
  perAddress: 0,
  perAuthor: 100,
  trustedProxies: [],
  httpFallback: true,
};
