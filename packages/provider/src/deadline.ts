import type { Clock } from './clock.ts';

/** Something that a browser should long have answered; some never do. */
class Overdue extends Error {
  readonly code = 'OVERDUE';
}

/** @throws {Overdue} after `ms`; what comes of `promise` then is nobody's business any more. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => reject(new Overdue(`no answer within ${ms} ms`)));
    void promise.then(resolve, reject).finally(stop);
  });
}
