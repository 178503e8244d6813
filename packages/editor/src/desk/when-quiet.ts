/** Milliseconds after which idle work is done even if the browser is never idle. */
const AT_LATEST = 1000;

/** Puts something off until nobody has asked for it for a while and the browser has nothing better to do. */
export class WhenQuiet {
  readonly #act: () => void;
  readonly #quiet: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;

  /** @param quiet milliseconds. */
  constructor(act: () => void, quiet: number) {
    this.#act = act;
    this.#quiet = quiet;
  }

  readonly later = (): void => {
    this.end();
    this.#timer = setTimeout(this.goOn, this.#quiet);
  };

  /** As soon as the browser is idle. */
  readonly goOn = (): void => {
    if (typeof requestIdleCallback === 'function') {
      this.#idle = requestIdleCallback(this.#act, { timeout: AT_LATEST });
    } else this.#timer = setTimeout(this.#act, 50);
  };

  readonly end = (): void => {
    clearTimeout(this.#timer);
    if (this.#idle !== 0) cancelIdleCallback(this.#idle);
    this.#idle = 0;
  };
}
