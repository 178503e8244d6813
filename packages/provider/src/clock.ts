export interface Clock {
  /** Milliseconds since 1970; never earlier than what it said before. */
  now(): number;
  /** @returns a function that takes the appointment back. */
  after(ms: number, act: () => void): () => void;
}

/**
 * The time of day, but when somebody sets it back it goes on from where it was: a wait that was to end at a certain
 * time would otherwise take as much longer.
 *
 * @param wall milliseconds since 1970, as the device believes.
 * @param steady milliseconds since any moment, which nobody can set.
 */
export function steadyTime(wall: () => number, steady: () => number): () => number {
  let last = { wall: wall(), steady: steady() };
  let ahead = 0;
  return () => {
    const now = { wall: wall(), steady: steady() };
    if (now.wall < last.wall) ahead += last.wall - now.wall + now.steady - last.steady;
    last = now;
    return now.wall + ahead;
  };
}

/** The clock of this page, for times that come out of a provider's status. */
export const pageTime = steadyTime(
  () => Date.now(),
  () => performance.now(),
);

export const systemClock: Clock = {
  now: pageTime,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
