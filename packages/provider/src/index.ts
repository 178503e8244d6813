export { pageTime } from './clock.ts';
export * from './create-provider.ts';
export { HttpWebSocket } from './http-web-socket.ts';
export * from './local-documents.ts';
export * from './provider-registry.ts';
export type * from './provider.ts';
export type * from './status.ts';
export { type Received, receivedIn } from './received.ts';
