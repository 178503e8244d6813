import type { Page, PageSignal } from '../../src/page.ts';

/** A page whose browser says what the test says. */
export class ManualPage implements Page {
  online = true;
  readonly #listeners = new Set<(signal: PageSignal) => void>();

  isOnline(): boolean {
    return this.online;
  }

  listen(onSignal: (signal: PageSignal) => void): () => void {
    this.#listeners.add(onSignal);
    return () => void this.#listeners.delete(onSignal);
  }

  signal(signal: PageSignal): void {
    if (signal === 'online') this.online = true;
    if (signal === 'offline') this.online = false;
    for (const listener of this.#listeners) listener(signal);
  }
}
