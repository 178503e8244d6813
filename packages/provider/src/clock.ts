export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns a function that takes the appointment back. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
