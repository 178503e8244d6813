import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Folder } from './fixture.ts';

export interface Place extends Disposable {
  readonly path: string;
}

/** A disk of 4 MiB in memory, below `folder`; null if it can't be mounted, which takes root on Linux. */
export const mountSmallDisk = (folder: Folder): Place | null => mount(folder, 'size=4m');

/** A folder that can't be written to: a read-only disk for root, whom permissions do not bind. */
export function makeReadOnlyFolder(folder: Folder): Place | null {
  if (process.getuid?.() === 0) return mount(folder, 'ro');
  const path = join(folder.path, 'read-only');
  mkdirSync(path, { mode: 0o500 });
  return { path, [Symbol.dispose]: () => chmodSync(path, 0o700) };
}

function mount(folder: Folder, options: string): Place | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = join(folder.path, 'disk');
  mkdirSync(path);
  try {
    execFileSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  return { path, [Symbol.dispose]: () => void execFileSync('/usr/bin/umount', ['-l', path]) };
}
