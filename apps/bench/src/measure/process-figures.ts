import { readFileSync } from 'node:fs';

/** What the operating system says about a process, all threads included. */
export interface ProcessFigures {
  /** Seconds of CPU since it began, its own and the system's on its behalf. */
  readonly cpu: number;
  /** Bytes of memory it has. */
  readonly rss: number;
  /** Bytes it has made the system write to disk. */
  readonly written: number;
}

/** Of `/proc/<pid>/stat`; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
/** Where user and system time are, counted behind the command's name. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

/** Linux only. @throws if there is no such process, or no `/proc`. */
export function readFigures(pid: number): ProcessFigures {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const io = readFileSync(`/proc/${pid}/io`, 'latin1');
  return {
    cpu: (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) / TICKS_PER_SECOND,
    rss: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024,
    written: Number(/^write_bytes: (\d+)$/m.exec(io)?.[1]),
  };
}
