import { setTimeout } from 'node:timers/promises';

import type { RunningServer } from '../servers/running-server.ts';

/** Start a server with these to look into it. */
export const INSPECTABLE = ['--inspect=127.0.0.1:0'] as const;

/** Bytes of the main thread's heap, and of what it keeps outside of that. */
export interface HeapFigures {
  readonly heap: number;
  readonly external: number;
}

/** Milliseconds, for the system to take back what was freed. */
const BREATH = 500;

/**
 * Collects garbage in a server and reads what is left.
 *
 * @throws {Error} if the server was not started inspectable.
 */
export async function readHeap(server: RunningServer): Promise<HeapFigures> {
  const url = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(server.said)?.[0];
  if (url === undefined) throw new Error('the server can’t be inspected');
  const socket = new WebSocket(url);
  try {
    await event(socket, 'open');
    await ask(socket, 1, 'HeapProfiler.enable');
    await ask(socket, 2, 'HeapProfiler.collectGarbage');
    await ask(socket, 3, 'HeapProfiler.collectGarbage');
    const usage = await ask(socket, 4, 'Runtime.getHeapUsage');
    await setTimeout(BREATH);
    return { heap: numberIn(usage, 'usedSize'), external: numberIn(usage, 'backingStorageSize') };
  } finally {
    socket.close();
  }
}

async function ask(socket: WebSocket, id: number, method: string): Promise<unknown> {
  socket.send(JSON.stringify({ id, method }));
  for (;;) {
    const { data } = (await event(socket, 'message')) as MessageEvent<string>;
    const answer: unknown = JSON.parse(data);
    if (Reflect.get(Object(answer), 'id') === id) return Reflect.get(Object(answer), 'result');
  }
}

function event(socket: WebSocket, name: 'open' | 'message'): Promise<Event> {
  const { promise, resolve, reject } = Promise.withResolvers<Event>();
  const failed = (): void => reject(new Error('the inspector hung up'));
  socket.addEventListener(name, resolve, { once: true });
  socket.addEventListener('close', failed, { once: true });
  return promise.finally(() => socket.removeEventListener('close', failed));
}

function numberIn(value: unknown, key: string): number {
  const found: unknown = Reflect.get(Object(value), key);
  return typeof found === 'number' ? found : NaN;
}
