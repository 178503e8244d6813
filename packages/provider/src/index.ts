export type * from './provider.ts';
export type * from './status.ts';
