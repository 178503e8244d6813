/** Between the tabs of this browser: which documents are on this device, or what of them is unsent, may have changed. */
const CHANNEL = 'indelible:device';

const listeners = new Set<() => void>();

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
channel?.addEventListener('message', () => tellHere());

/** Tells every tab, this one included. */
export function tellDevice(): void {
  tellHere();
  channel?.postMessage(null);
}

/** @returns a function that stops it. */
export function onDeviceNews(hear: () => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

function tellHere(): void {
  for (const listener of listeners) listener();
}
