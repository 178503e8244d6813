/** Whether this device keeps what is written, and if not, why. */
export type DeviceStatus =
  | 'keeps'
  /** There is no room left for this site. */
  | 'full'
  /** The browser keeps nothing for this site: a private window, or blocked by its settings. */
  | 'forbidden'
  /** Something else; it is tried again. */
  | 'failing';

/** What a failed read or write says about the device. */
export function deviceAfter(error: unknown): DeviceStatus {
  if (!(error instanceof Error)) return 'failing';
  if (error.name === 'QuotaExceededError') return 'full';
  // Firefox refuses to open a database in some private windows with the second.
  return ['SecurityError', 'InvalidStateError'].includes(error.name) ? 'forbidden' : 'failing';
}
