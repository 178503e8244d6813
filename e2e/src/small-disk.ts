import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { newDataDir } from './server-process.ts';

const CHUNK = 64 * 1024;

/** A disk of its own that is quickly full; needs a system that lets us mount one, hence `reason`. */
export class SmallDisk implements Disposable {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** The reason is given where there can be none. */
  static mount(megabytes: number): SmallDisk | { readonly reason: string } {
    const folder = newDataDir();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
        stdio: 'pipe',
      });
      return new SmallDisk(folder);
    } catch (error) {
      rmSync(folder, { recursive: true });
      return { reason: `a small disk can't be mounted: ${String(error)}` };
    }
  }

  /** Leaves no room for a single byte more. */
  fill(): void {
    const file = openSync(this.#filler, 'w');
    try {
      for (let size = CHUNK; size >= 1; size = size === 1 ? 0 : size / 2) writeAll(file, size);
    } finally {
      closeSync(file);
    }
  }

  /** Takes away what `fill` wrote. */
  free(): void {
    rmSync(this.#filler, { force: true });
  }

  get #filler(): string {
    return join(this.folder, 'filler');
  }

  [Symbol.dispose](): void {
    // Lazily: a server that was just killed may still hold its files.
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function writeAll(file: number, size: number): void {
  const bytes = new Uint8Array(size);
  try {
    while (writeSync(file, bytes) === size);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';
