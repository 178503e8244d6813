import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Files that nobody can write to any more, not even through a handle that was open before; as when an
 * administrator or a failing disk makes them so. Needs a file system with that flag and the right to set
 * it, hence `reason`.
 */
export class ReadOnlyFiles implements Disposable {
  readonly #files: readonly string[];
  #isReadOnly = true;

  private constructor(files: readonly string[]) {
    this.#files = files;
  }

  /** The reason is given where it can't be done. */
  static make(files: readonly string[]): ReadOnlyFiles | { readonly reason: string } {
    // What is open already is what matters.
    const handles = files.map((file) => openSync(file, 'r+'));
    try {
      setFlag('+i', files);
      const readOnly = new ReadOnlyFiles(files);
      if (handles.every((handle) => isRefused(handle))) return readOnly;
      readOnly.undo();
      return { reason: 'this file system does not keep to its flag for what is open already' };
    } catch (error) {
      return { reason: `files can't be made read-only: ${String(error)}` };
    } finally {
      for (const handle of handles) closeSync(handle);
    }
  }

  undo(): void {
    if (this.#isReadOnly) setFlag('-i', this.#files);
    this.#isReadOnly = false;
  }

  [Symbol.dispose](): void {
    this.undo();
  }
}

const setFlag = (flag: '+i' | '-i', files: readonly string[]): void =>
  void execFileSync('chattr', [flag, ...files], { stdio: 'pipe' });

/** Tries to write nothing, which is refused all the same. */
function isRefused(handle: number): boolean {
  try {
    writeSync(handle, new Uint8Array(0), 0, 0, 0);
    return false;
  } catch {
    return true;
  }
}
