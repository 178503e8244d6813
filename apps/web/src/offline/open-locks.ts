const nameOf = (document: string): string => `indelible:open:${document}`;

/** Where the browser has no locks (plain http on another machine) nobody is known to hold one. */
const locks = (): LockManager | null => globalThis.navigator?.locks ?? null;

/** Tells the other tabs that this one has a document open. @returns a function that ends it. */
export function holdOpen(document: string): () => void {
  const held = Promise.withResolvers<void>();
  locks()
    ?.request(nameOf(document), { mode: 'shared' }, () => held.promise)
    .catch(() => undefined);
  return () => held.resolve();
}

/** The documents that some tab has open, and so brings to the server by itself. */
export async function openAnywhere(): Promise<(document: string) => boolean> {
  const held = (await locks()?.query())?.held ?? [];
  const names = new Set(held.map(({ name }) => name));
  return (document) => names.has(nameOf(document));
}

/** Runs `work` unless another tab is doing the same; then it does nothing. */
export async function onlyHere(name: string, work: () => Promise<void>): Promise<void> {
  const manager = locks();
  if (manager === null) return work();
  await manager.request(`indelible:${name}`, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  );
}
