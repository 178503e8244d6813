import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CALLS = 'fsync,fdatasync,msync,sync_file_range';

/** Counts how often a process asks for its data to be on disk, with strace where there is one. */
export class FsyncCounter implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'indelible-strace-'));
  readonly #file = join(this.#folder, 'calls');
  readonly #isThere = spawnSync('strace', ['-V']).status === 0;

  /** To be put before the command; it becomes the command, so that process ids stay what they are. */
  get command(): readonly string[] {
    if (!this.#isThere) return [];
    return ['strace', '-D', '-f', '-q', '--seccomp-bpf', '-e', `trace=${CALLS}`, '-o', this.#file];
  }

  /** How many calls so far; NaN without strace. */
  get count(): number {
    if (!this.#isThere) return NaN;
    // A call that another thread interrupts takes two lines; the second says that it is resumed.
    const begun = /^\d+ +(?:fsync|fdatasync|msync|sync_file_range)\(/gm;
    return readFileSync(this.#file, 'latin1').match(begun)?.length ?? 0;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
