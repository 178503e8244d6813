export { openSqliteStore } from './store.ts';
export type { SqliteStore } from './store.ts';
