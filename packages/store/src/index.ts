export * from './catalog.ts';
export * from './store-error.ts';
export * from './update-log.ts';
