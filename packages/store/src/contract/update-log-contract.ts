import { describe } from 'vitest';

import { describeAppending } from './appending.ts';
import { describeCompacting } from './compacting.ts';
import { describeHistories } from './random-histories.ts';
import { createStoreTest } from './store-fixture.ts';
import type { SetUpStore } from './store-fixture.ts';

/** What every update log does, whatever it is made of. */
export function updateLogContract(name: string, setUp: SetUpStore): void {
  describe(`${name} keeps the contract of an update log`, () => {
    const storeTest = createStoreTest(setUp);
    describeAppending(storeTest);
    describeCompacting(storeTest);
    describeHistories(setUp);
  });
}
