/**
 * Asks the browser not to clear what this site keeps when the device runs out of room. Some browsers decide by
 * themselves, some ask the person; without its promise everything is kept all the same until then.
 */
export async function persistHere(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // Decided here: it is a wish. What can't be kept at all is said in the status.
  }
}
