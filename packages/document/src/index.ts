export * from './copy.ts';
export * from './read-text.ts';
export * from './roots.ts';
export * from './safe-url.ts';
export * from './seed.ts';
export * from './text-edit.ts';
export * from './title.ts';
