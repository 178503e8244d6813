import type { Clock } from '@indelible/rooms';

/** Milliseconds: a timer for more fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Acts at a time that may be years away.
 *
 * @param at milliseconds since 1970; `Infinity` for never.
 * @returns a function that calls it off.
 */
export function actAt(clock: Clock, at: number, act: () => void): () => void {
  if (at === Infinity) return () => {};
  const wait = (): (() => void) =>
    clock.after(Math.min(Math.max(0, at - clock.now()), LONGEST_TIMER), () => {
      if (clock.now() >= at) act();
      else callOff = wait();
    });
  let callOff = wait();
  return () => callOff();
}
