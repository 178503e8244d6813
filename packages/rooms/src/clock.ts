/** Time as an argument, so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` after `delay` milliseconds. @returns a function that calls it off. */
  after(delay: number, task: () => void): () => void;
}

/** The machine's clock. Waiting tasks do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
