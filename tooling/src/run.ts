import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { root } from './source-files.ts';

export interface Finished {
  readonly exitCode: number;
  /** Both streams, in the order in which they came. */
  readonly output: string;
  readonly ms: number;
}

export interface Command {
  /** A line for the shell; programs of the workspace are on its path. */
  readonly line: string;
  /** Seen from the root. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is taken to hang, and ended. */
  readonly limitMs: number;
}

const GRACE_MS = 5_000;

/** Environment in which the programs of a folder and of the workspace, its Node included, come first. */
export const workspaceEnv = (folder = '.'): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [
    join(root, folder, 'node_modules/.bin'),
    join(root, 'node_modules/.bin'),
    process.env['PATH'] ?? '',
  ].join(delimiter),
  NO_UPDATE_NOTIFIER: '1',
});

/**
 * Runs a command to its end and never throws: what could not be started has exit code 127. On abort
 * or past its limit it is ended together with everything it started.
 */
export function run(command: Command, signal: AbortSignal): Promise<Finished> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command.line, {
      shell: true,
      // A group of its own, so that ending it also ends the servers and browsers of its tests.
      detached: true,
      cwd: join(root, command.folder ?? '.'),
      // What is captured is read in a log as often as on a screen.
      env: { ...workspaceEnv(command.folder), NO_COLOR: '1', ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (why: string): void => {
      keep(`\n${why}\n`);
      endGroup(child.pid);
    };
    const limit = setTimeout(() => {
      end(`Ended: not finished after ${command.limitMs / 1000} s.`);
    }, command.limitMs);
    const onAbort = (): void => end('Ended: interrupted.');
    signal.addEventListener('abort', onAbort, { once: true });
    const finish = (exitCode: number): void => {
      clearTimeout(limit);
      signal.removeEventListener('abort', onAbort);
      resolve({ exitCode, output, ms: performance.now() - began });
    };
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  const kill = (name: NodeJS.Signals): void => {
    try {
      process.kill(-pid, name);
    } catch {
      // It ended by itself in the meantime, which is what was wanted.
    }
  };
  kill('SIGTERM');
  setTimeout(() => kill('SIGKILL'), GRACE_MS).unref();
}
