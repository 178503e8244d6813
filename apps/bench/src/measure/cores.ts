import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SERVER_CORE = '0';
const GENERATOR_CORE = '1';
/** The lowest real-time priority: before everything that is not. */
const URGENT = ['chrt', '-r', '1'] as const;

/** Where the server and the generator of load run, so that neither measures the other or a third. */
export interface Cores {
  /** Each on a core of its own. */
  readonly isPinned: boolean;
  /** Before everything else on the machine. */
  readonly isUrgent: boolean;
}

/**
 * Keeps this process, all of its threads, on a core of its own where that can be done: on Linux with
 * `taskset` and two cores.
 *
 * @param urgent also puts it before everything else on the machine, which takes rights to do so.
 * @throws {Error} without those rights.
 */
export function takeCores(urgent: boolean): Cores {
  const canPin =
    process.platform === 'linux' &&
    availableParallelism() >= 2 &&
    spawnSync('taskset', ['--version']).status === 0;
  const own = String(process.pid);
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', GENERATOR_CORE, own]);
  if (urgent && spawnSync('chrt', ['-a', '-r', '-p', '1', own]).status !== 0) {
    throw new Error('--urgent needs chrt, and the right to use it');
  }
  return { isPinned: canPin, isUrgent: urgent };
}

/** A command that runs another one where the server belongs. */
export const onServerCore = (
  { isPinned, isUrgent }: Cores,
  command: readonly string[],
): readonly string[] => [
  ...(isPinned ? ['taskset', '-c', SERVER_CORE] : []),
  ...(isUrgent ? URGENT : []),
  ...command,
];
