import { parseArgs } from 'node:util';

import { serverKinds } from './servers/kinds.ts';
import type { ServerKind } from './servers/server-kind.ts';
import { growth, workloads } from './workloads/all.ts';
import type { Workload } from './workloads/workload.ts';

export interface Options {
  readonly workloads: readonly Workload[];
  readonly kinds: readonly ServerKind[];
  /** Of each measurement where time is what is chosen. */
  readonly seconds: number;
  /** Changes the README. */
  readonly write: boolean;
  /** Before everything else on the machine. */
  readonly urgent: boolean;
}

/** The command line can't be understood; the message says how it should be. */
export class UsageError extends Error {}

/** Both plots; they take as long as the table. */
const GROWTH = 'growth';
const DEFAULT_SECONDS = 30;
const MOST_SECONDS = 300;

const usage = (): string =>
  [
    'pnpm bench [workload …] [--server name …] [--seconds n] [--urgent] [--write]',
    `  workloads: ${[...workloads.map(({ name }) => name), GROWTH].join(' ')}`,
    `  servers:   ${serverKinds.map(({ name }) => name).join(' ')}`,
    `  --seconds  how long each measurement takes (${DEFAULT_SECONDS})`,
    '  --urgent   before everything else on the machine, for one that has other things to do',
    '  --write    puts the results into README.md',
  ].join('\n');

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const seconds = Number(values.seconds ?? DEFAULT_SECONDS);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > MOST_SECONDS) {
    throw new UsageError(`--seconds from 1 to ${MOST_SECONDS}\n${usage()}`);
  }
  const names = positionals.flatMap((name) =>
    name === GROWTH ? growth.map((workload) => workload.name) : name,
  );
  return {
    workloads: names.length === 0 ? workloads : pick([...workloads, ...growth], names),
    kinds: values.server === undefined ? serverKinds : pick(serverKinds, values.server),
    seconds,
    write: values.write ?? false,
    urgent: values.urgent ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        server: { type: 'string', multiple: true },
        seconds: { type: 'string' },
        write: { type: 'boolean' },
        urgent: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${String(error)}\n${usage()}`);
  }
}

/** In the order they have, whatever order they are asked for in. */
function pick<T extends { readonly name: string }>(
  items: readonly T[],
  names: readonly string[],
): T[] {
  const unknown = names.find((name) => !items.some((item) => item.name === name));
  if (unknown !== undefined) throw new UsageError(`there is no “${unknown}”\n${usage()}`);
  return items.filter(({ name }) => names.includes(name));
}
