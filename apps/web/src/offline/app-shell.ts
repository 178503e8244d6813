/** Milliseconds. */
const AFTER_LOADING = 1_500;

let newerShell = false;

/** True once a newer version of the app is on this device and the running page is the older one. */
export const hasNewerShell = (): boolean => newerShell;

/**
 * Lets the browser keep the app itself on this device, so that a visited document opens without the
 * server. A newer version takes over in the background and shows at the next change of page; it
 * never reloads a page by itself, because somebody may be typing in it.
 */
export function keepAppShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  let first = workers.controller === null;
  workers.addEventListener('controllerchange', () => {
    if (!first) newerShell = true;
    first = false;
  });
  // Where it can't be kept (plain http on another machine, blocked storage) the app works online.
  const keep = (): void => void workers.register('/sw.js').catch(() => undefined);
  // It fetches everything there is; what this page needs comes first.
  const soon = (): void => void setTimeout(keep, AFTER_LOADING);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

/** Fetches the newest version, if there is one, and reloads into it. */
export async function reloadIntoNewest(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update();
    if (registration) await activated(registration);
  } finally {
    location.reload();
  }
}

function activated({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const next = installing ?? waiting;
  if (!next) return Promise.resolve();
  return new Promise((resolve) => {
    next.addEventListener('statechange', () => {
      if (next.state === 'activated' || next.state === 'redundant') resolve();
    });
  });
}
