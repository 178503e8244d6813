import type { Clock } from './clock.ts';
import { within } from './deadline.ts';
import { deviceAfter, type DeviceStatus } from './device-status.ts';
import type { LocalCopy, LocalLog } from './local-log.ts';
import { mergeAll } from './merge.ts';
import type { ProviderSettings } from './settings.ts';

export interface KeeperPorts {
  /** Null: nothing can be kept. */
  readonly log: LocalLog | null;
  readonly clock: Clock;
  readonly settings: ProviderSettings;
  /** The position of the last update of this page; see `Outbox`. */
  readonly position: () => number;
  /** What else goes into a write. */
  readonly context: () => KeepingContext;
  /** An own update may go to the server: it is on this device, or can't be kept there. */
  readonly onReleased: (update: Uint8Array, through: number) => void;
  /** Everything through `through` is on this device. */
  readonly onKept: (through: number, marker: number | null) => void;
  /** Whether this device keeps what it is given, and if not, why. */
  readonly onDevice: (device: DeviceStatus) => void;
}

export interface KeepingContext {
  readonly epoch: string | null;
  readonly complete: boolean;
  readonly isNew: boolean;
  readonly unacknowledged: boolean;
  readonly strict: boolean;
  readonly whole: () => Uint8Array | null;
}

/** What the next write takes along. */
interface Waiting {
  /** Own updates that nobody else has seen. */
  readonly local: readonly Uint8Array[];
  /** Own updates that went out although they could not be kept. */
  readonly released: readonly Uint8Array[];
  readonly remote: readonly Uint8Array[];
  readonly acknowledged: readonly number[];
}

const nothing: Waiting = { local: [], released: [], remote: [], acknowledged: [] };

/**
 * Writes updates to the local log, at most one transaction at a time; what arrives meanwhile goes
 * together into the next. Own updates are written at once, everything else a little later.
 */
export class Keeper {
  readonly #ports: KeeperPorts;
  readonly #log: LocalLog | null;
  #waiting = nothing;
  /** There is something that the next write would change. */
  #isPending = false;
  #isDue = false;
  #isOpen = false;
  #isClosed = false;
  #device: DeviceStatus = 'keeps';
  #failures = 0;
  #rows = 0;
  #writing: Promise<void> | null = null;
  #stopTimer: (() => void) | null = null;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#log = ports.log;
  }

  /** @returns what was on this device; null if nothing, or if it could not be read. */
  async open(): Promise<LocalCopy | null> {
    const { clock, settings } = this.#ports;
    let copy: LocalCopy | null = null;
    try {
      if (this.#log === null) this.#setDevice('forbidden');
      else copy = await within(clock, settings.openTimeout, this.#log.load());
    } catch (error) {
      // Decided here: a page without a local copy works; it only can't promise to keep anything.
      this.#setDevice(deviceAfter(error));
      this.#schedule(settings.keepRetry);
    }
    this.#rows = copy?.updates.length ?? 0;
    return copy;
  }

  /** What was on this device is in the document; from here on it is written to. */
  begin(): void {
    this.#isOpen = true;
    if (this.#isFailing) this.#release();
    this.#pump();
  }

  /** An own update: it is kept first and released after. */
  local(update: Uint8Array): void {
    if (this.#isClosed) return;
    this.#add({ local: [...this.#waiting.local, update] });
    if (this.#isFailing && this.#isOpen) this.#release();
    else this.#pump();
  }

  /** Somebody else's update. */
  remote(update: Uint8Array): void {
    if (this.#isClosed || this.#log === null) return;
    this.#add({ remote: compacted([...this.#waiting.remote, update]) });
    this.#scheduleLazily();
  }

  /** These markers are done. */
  acknowledged(keys: readonly number[]): void {
    if (this.#isClosed || this.#log === null || keys.length === 0) return;
    this.#add({ acknowledged: [...this.#waiting.acknowledged, ...keys] });
    this.#scheduleLazily();
  }

  /** Something in the context changed that ought to be on this device. */
  touch(): void {
    if (this.#isClosed || this.#log === null) return;
    this.#isPending = true;
    this.#scheduleLazily();
  }

  /** Resolves when all that was given so far is written, or a write has failed. */
  async flush(): Promise<void> {
    if (!this.#isOpen) return;
    do {
      this.#isDue ||= this.#isPending;
      this.#pump();
      await this.#writing;
    } while (this.#isPending && !this.#isFailing);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#writing;
    await this.flush();
    this.#end();
  }

  /** Closes without writing what waits. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    this.#take();
    await this.#writing;
    this.#end();
  }

  #end(): void {
    this.#take();
    this.#log?.close();
  }

  #add(more: Partial<Waiting>): void {
    this.#waiting = { ...this.#waiting, ...more };
    this.#isPending = true;
  }

  #pump(): void {
    if (this.#writing !== null || !this.#isOpen || this.#log === null) return;
    const { local, released } = this.#waiting;
    const isUrgent = !this.#isFailing && local.length + released.length > 0;
    if (!isUrgent && !this.#isDue) return;
    this.#writing = this.#write(this.#log).finally(() => {
      this.#writing = null;
      this.#pump();
    });
  }

  async #write(log: LocalLog): Promise<void> {
    const { clock, settings, context, position } = this.#ports;
    const taken = this.#take();
    const through = position();
    const fresh = mergeAll(taken.local);
    try {
      const local = mergeAll([...taken.released, ...taken.local]);
      const remote = mergeAll(taken.remote);
      const batch = { ...context(), local, remote, acknowledged: taken.acknowledged };
      const { marker } = await within(clock, settings.writeTimeout, log.append(batch));
      this.#rows += Number(local !== null) + Number(remote !== null);
      this.#setDevice('keeps');
      this.#ports.onKept(through, marker);
      if (this.#isPending) this.#scheduleLazily();
    } catch (error) {
      // Decided here: what can't be kept goes to the server all the same, and is tried again later.
      this.#fail(taken, deviceAfter(error));
    }
    if (fresh !== null) this.#ports.onReleased(fresh, through);
    if (this.#isFailing) this.#release();
    else if (this.#rows > settings.maxRows) await this.#fold(log);
  }

  #take(): Waiting {
    const taken = this.#waiting;
    this.#waiting = nothing;
    this.#isPending = false;
    this.#isDue = false;
    this.#clearTimer();
    return taken;
  }

  #fail({ local, released, remote, acknowledged }: Waiting, device: DeviceStatus): void {
    const { settings } = this.#ports;
    this.#add({
      released: [...released, ...local, ...this.#waiting.released],
      remote: [...remote, ...this.#waiting.remote],
      acknowledged: [...acknowledged, ...this.#waiting.acknowledged],
    });
    this.#setDevice(device);
    this.#clearTimer();
    this.#schedule(Math.min(settings.keepRetryCap, settings.keepRetry * 2 ** this.#failures));
    this.#failures += 1;
  }

  /** Lets everything go that waits to be kept first, and remembers to keep it if that is possible. */
  #release(): void {
    const update = mergeAll(this.#waiting.local);
    if (update === null) return;
    const released = this.#log === null ? [] : compacted([...this.#waiting.released, update]);
    this.#add({ local: [], released });
    this.#ports.onReleased(update, this.#ports.position());
  }

  async #fold(log: LocalLog): Promise<void> {
    const { clock, settings } = this.#ports;
    this.#rows = 0;
    try {
      await within(clock, settings.writeTimeout, log.fold(settings.maxRows));
    } catch {
      // Decided here: an unfolded log is as good as a folded one; the next try comes with more rows.
    }
  }

  get #isFailing(): boolean {
    return this.#device !== 'keeps';
  }

  #setDevice(device: DeviceStatus): void {
    if (device === 'keeps') this.#failures = 0;
    if (device === this.#device) return;
    this.#device = device;
    this.#ports.onDevice(device);
  }

  /** A failing log is tried at its own pace only. */
  #scheduleLazily(): void {
    if (!this.#isFailing) this.#schedule(this.#ports.settings.remoteDelay);
  }

  #schedule(ms: number): void {
    this.#stopTimer ??= this.#ports.clock.after(ms, () => {
      this.#stopTimer = null;
      this.#isDue = true;
      this.#pump();
    });
  }

  #clearTimer(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }
}

/** Bounds the list, however long nothing can be written. */
function compacted(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (updates.length < 256) return updates;
  const merged = mergeAll(updates);
  return merged === null ? [] : [merged];
}
