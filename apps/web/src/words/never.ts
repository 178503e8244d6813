/** Ends a switch that has named every case; a new case then fails to compile. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
