export * from './catalog-contract.ts';
export * from './store-fixture.ts';
export * from './update-log-contract.ts';
