import type { Dialect } from '../wire/dialect.ts';

/** How a kind of server is started, and how it is spoken to. */
export interface ServerKind {
  /** What it is called on the command line. */
  readonly name: string;
  /** What it is called in the table. */
  readonly title: string;
  /** Gets it, if it is not there. @throws {Error} if it can't be had. */
  install(): Promise<void>;
  /** What comes after `node` on the command line. */
  readonly script: string;
  /** @param dataDir an empty folder, or the one it had before. */
  environment(port: number, dataDir: string): Readonly<Record<string, string>>;
  /** How a stock client speaks to it. */
  dialect(room: string): Dialect;
  /** The same, with acknowledgements if there are any. */
  acknowledged(room: string): Dialect;
  /** What its acknowledgement is about, or null if it gives none. */
  readonly acknowledges: 'disk' | 'memory' | null;
  /** It tells clients of its own where they can go on when they come back. */
  readonly tellsPlaces: boolean;
}
