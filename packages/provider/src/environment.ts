import { systemClock, type Clock } from './clock.ts';
import { HttpWebSocket } from './http-web-socket.ts';
import { browserPage, type Page } from './page.ts';

/** The part of a WebSocket that is used here; the browser's own fits. */
export interface Socket {
  binaryType: BinaryType;
  addEventListener(type: string, listener: (event: object) => void): void;
  removeEventListener(type: string, listener: (event: object) => void): void;
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
}

/** Everything outside of the page's own memory; tests bring their own. */
export interface Environment {
  readonly WebSocket: new (url: string) => Socket;
  /** What is used in its place where WebSockets are blocked. */
  readonly HttpWebSocket: new (url: string) => Socket;
  readonly clock: Clock;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Null where there is none; then nothing is kept on this device. */
  readonly indexedDB: IDBFactory | null;
  readonly page: Page;
}

/** The page's own environment, with `changes` in place of its parts. */
export const environmentOf = (changes: Partial<Environment> = {}): Environment => ({
  WebSocket: globalThis.WebSocket,
  HttpWebSocket,
  clock: systemClock,
  random: Math.random,
  indexedDB: ownIndexedDB(),
  page: browserPage(),
  ...changes,
});

/** Null where there is none, or where the browser forbids even to ask (cookies blocked). */
export function ownIndexedDB(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}
