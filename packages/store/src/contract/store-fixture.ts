import { test } from 'vitest';

import type { DocumentId } from '@indelible/protocol';

import type { Catalog } from '../catalog.ts';
import type { UpdateLog } from '../update-log.ts';

/** A store as the contracts see it. */
export interface StoreUnderTest extends AsyncDisposable {
  readonly log: UpdateLog;
  readonly catalog: Catalog;
}

/** One medium (a file, a database) that begins empty; disposing throws it away. */
export interface StoreFixture extends AsyncDisposable {
  /** Opens the medium; called again only after the store before has been disposed. */
  open(): Promise<StoreUnderTest>;
  /** Makes the newest snapshot unreadable, while no store is open. */
  damageNewestSnapshot?(document: DocumentId): Promise<void>;
}

export type SetUpStore = () => Promise<StoreFixture>;

/** The open store of one test, on a medium of its own. */
export interface OpenStore extends StoreUnderTest {
  readonly fixture: StoreFixture;
  /** Disposes the store and opens the medium again; from then on `log` and `catalog` are the new ones. */
  reopen(between?: () => Promise<void>): Promise<void>;
}

/** Opens a fresh store and disposes of it, and of its medium, at the end of the block. */
export async function openFresh(setUp: SetUpStore): Promise<OpenStore> {
  const fixture = await setUp();
  let store = await fixture.open();
  return {
    fixture,
    get log() {
      return store.log;
    },
    get catalog() {
      return store.catalog;
    },
    async reopen(between) {
      await store[Symbol.asyncDispose]();
      await between?.();
      store = await fixture.open();
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await fixture[Symbol.asyncDispose]();
    },
  };
}

/** Reports the test as skipped and ends it. */
export type Skip = (reason: string) => never;

export type StoreTest = (
  name: string,
  body: (store: OpenStore, skip: Skip) => Promise<void>,
) => void;

/** A test whose body gets a fresh store. */
export const createStoreTest =
  (setUp: SetUpStore): StoreTest =>
  (name, body) =>
    // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- each suite brings both
    test(name, async ({ skip }) => {
      await using store = await openFresh(setUp);
      await body(store, skip);
    });
