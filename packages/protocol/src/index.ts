export * from './api/documents.ts';
export * from './api/problem.ts';
export * from './close-code.ts';
export * from './document-id.ts';
export * from './extension.ts';
export * from './frame.ts';
export * from './presence.ts';
