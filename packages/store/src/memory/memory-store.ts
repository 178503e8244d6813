import type { Catalog } from '../catalog.ts';
import { StoreError } from '../store-error.ts';
import type { UpdateLog } from '../update-log.ts';
import { createFaults } from './faults.ts';
import type { Faults, RunUnderFaults } from './faults.ts';
import { createMemoryCatalog } from './memory-catalog.ts';
import { createMemoryDisk } from './memory-disk.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { createMemoryLog } from './memory-log.ts';

/** Log and catalog in memory: the shortest correct store, and the one whose failures a test can plan. */
export interface MemoryStore extends AsyncDisposable {
  readonly log: UpdateLog;
  readonly catalog: Catalog;
  readonly faults: Faults;
}

/** Opens a store on `disk`; two stores on one disk see each other's commits, as two nodes would. */
export function createMemoryStore(disk: MemoryDisk = createMemoryDisk()): MemoryStore {
  const { faults, run: runUnderFaults } = createFaults();
  let closed = false;
  const inFlight = new Set<Promise<unknown>>();

  const run: RunUnderFaults = async (operation, work) => {
    if (closed) throw new StoreError('closed', 'the store is closed');
    const running = runUnderFaults(operation, work);
    inFlight.add(running);
    return running.finally(() => inFlight.delete(running));
  };
  async function close(): Promise<void> {
    closed = true;
    await Promise.allSettled(inFlight);
  }

  return {
    log: { ...createMemoryLog(disk, run), [Symbol.asyncDispose]: close },
    catalog: createMemoryCatalog(disk, run),
    faults,
    [Symbol.asyncDispose]: close,
  };
}
