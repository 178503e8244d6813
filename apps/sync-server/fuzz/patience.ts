/** Milliseconds. Far more than anything takes, so that only what never comes is called missing. */
const PATIENCE = 60_000;

/** @throws if it does not happen in time. */
export async function within<T>(what: string, happening: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`waited ${PATIENCE / 1000} s in vain for ${what}`)),
    PATIENCE,
  );
  return Promise.race([happening, late.promise]).finally(() => clearTimeout(timer));
}
