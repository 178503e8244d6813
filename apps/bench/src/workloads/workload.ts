import type { Cores } from '../measure/cores.ts';
import { RunningServer, type StartOptions } from '../servers/running-server.ts';
import type { ServerKind } from '../servers/server-kind.ts';

export interface Run {
  readonly kind: ServerKind;
  readonly cores: Cores;
  /** How long to measure where time is what is chosen. */
  readonly seconds: number;
}

export interface Result {
  /** What stands in the table. */
  readonly cell: string;
  /** What it was made of; times in milliseconds, sizes in bytes unless the name says otherwise. */
  readonly figures: Readonly<Record<string, number>>;
}

/** One row of the table. */
export interface Workload {
  /** What it is called on the command line. */
  readonly name: string;
  /** What it is called in the table. */
  readonly title: string;
  /** What we want to reach. */
  readonly goal: string;
  /** @throws {Error} if it can't be measured, with the reason. */
  measure(run: Run): Promise<Result>;
}

/** Starts the server of a run on an empty folder. */
export const startServer = ({ kind, cores }: Run, options?: StartOptions): Promise<RunningServer> =>
  RunningServer.start(kind, cores, options);

/** What stands in the table where a server has nothing to show. */
export const nothing = (why: string): Result => ({ cell: why, figures: {} });
