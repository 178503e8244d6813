import { deletions } from './deletions.ts';
import { keptOffline } from './kept-offline.ts';

/** Milliseconds after which what waits is tried again. */
const PAUSE = 15_000;
/** Milliseconds after the first paint: what somebody wants to see comes first. */
const FIRST = 2_000;
/** Milliseconds: several reasons for it at once are one. */
const SOON = 500;

let hurry = (): void => undefined;

/** The server has just been there, or there is something new to tell it: what waits need not wait any longer. */
export const catchUpSoon = (): void => hurry();

/** Has this device and the server catch up with each other in the background, as long as the page is open. */
export function keepUp(): void {
  let running: Promise<void> | null = null;
  let timer = setTimeout(run, FIRST);

  function run(): void {
    clearTimeout(timer);
    running ??= import('./catch-up.ts')
      .then(({ catchUp }) => catchUp())
      // Decided here: nothing is lost by it, and it is tried again.
      .catch(() => undefined)
      .finally(() => {
        running = null;
        timer = setTimeout(run, PAUSE);
      });
  }
  hurry = () => {
    clearTimeout(timer);
    timer = setTimeout(run, SOON);
  };
  addEventListener('online', catchUpSoon);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') catchUpSoon();
  });
  keptOffline.subscribe(catchUpSoon);
  deletions.subscribe(catchUpSoon);
}
