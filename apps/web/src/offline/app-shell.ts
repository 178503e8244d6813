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

/** Fetches the newest version and reloads into it. To be called when the server has said that there is one. */
export async function reloadIntoNewest(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    // If it could not be kept here, the page comes from the server itself, and is kept after that.
    if (registration && !(await renewed(registration))) await registration.unregister();
  } finally {
    location.reload();
  }
}

async function renewed(registration: ServiceWorkerRegistration): Promise<boolean> {
  if (newerShell) return true;
  try {
    await registration.update();
  } catch {
    return false;
  }
  const next = registration.installing ?? registration.waiting;
  if (!next) return newerShell;
  return new Promise((resolve) => {
    next.addEventListener('statechange', () => {
      if (next.state === 'activated') resolve(true);
      else if (next.state === 'redundant') resolve(false);
    });
  });
}
