export * from './catalog.ts';
export * from './memory/faults.ts';
export * from './memory/memory-disk.ts';
export * from './memory/memory-store.ts';
export * from './storable.ts';
export * from './store-error.ts';
export * from './update-log.ts';
