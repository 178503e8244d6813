const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Enough for every transaction of the in-memory database and every frame under way to end. */
const ENOUGH = 100;

/** Lets everything happen that is waiting for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < ENOUGH; i++) await turn();
}

/** @throws {Error} if `holds` doesn't become true by itself. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 100 * ENOUGH; i++) {
    if (holds()) return;
    await turn();
  }
  throw new Error(`never came true: ${holds.toString()}`);
}
