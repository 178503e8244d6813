import { createMemoryDisk, createMemoryStore, damageNewestSnapshot } from '@indelible/store';
import { catalogContract, updateLogContract } from '@indelible/store/contract';
import type { StoreFixture } from '@indelible/store/contract';

async function setUp(): Promise<StoreFixture> {
  const disk = createMemoryDisk();
  return {
    open: async () => createMemoryStore(disk),
    damageNewestSnapshot: async (document) => damageNewestSnapshot(disk, document),
    async [Symbol.asyncDispose]() {},
  };
}

updateLogContract('The memory store', setUp);
catalogContract('The memory store', setUp);
