import { parentPort } from 'node:worker_threads';

import type { Failure, Reply, Request } from './calls.ts';
import { toStoreError } from './errors.ts';

/** What a worker thread offers once its file is open. */
export interface Served<Calls> extends Disposable {
  readonly calls: Calls;
  /** Runs after the answer has been sent, when nobody waits for it. */
  afterwards?(): void;
}

/** Marks a buffer in the answer being made as one that this thread won't need again. */
export type Move = (buffer: ArrayBuffer) => void;

/** Opens what this worker thread serves at the first request, then answers calls one at a time. */
export function serve<Calls extends object>(open: (move: Move) => Served<Calls>): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread');
  const moved: ArrayBuffer[] = [];
  const answer = (reply: Reply): void => port.postMessage(reply, moved.splice(0));
  let served: Served<Calls> | null = null;
  port.on('message', (request: Request | null) => {
    if (!request) {
      served?.[Symbol.dispose]();
      port.close();
    } else if (served) {
      respond(served, request, answer);
    } else {
      try {
        served = open((buffer) => void moved.push(buffer));
        answer({ id: request.id, value: null });
      } catch (error) {
        answer({ id: request.id, failure: failureOf(error) });
        port.close();
      }
    }
  });
}

function respond<Calls extends object>(
  served: Served<Calls>,
  { id, name, args }: Request,
  answer: (reply: Reply) => void,
): void {
  try {
    const call: unknown = Reflect.get(served.calls, name);
    if (typeof call !== 'function') throw new Error(`this thread does not know ${name}`);
    const value: unknown = Reflect.apply(call, served.calls, args);
    answer({ id, value });
  } catch (error) {
    answer({ id, failure: failureOf(error) });
  }
  served.afterwards?.();
}

function failureOf(error: unknown): Failure {
  const { code, message } = toStoreError(error, 'the store failed');
  return { code, message };
}
