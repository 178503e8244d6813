/**
 * What has become of this page's own updates, as positions in their order: 1, 2, 3, … A comparison
 * of positions can't be wrong about work that arrived in the meantime, as a "dirty" flag can.
 *
 *     made ≥ kept           written to this device, through …
 *     made ≥ released       may go to the server: kept, or this device can't keep it, through …
 *     made ≥ sent           written to the present socket, or covered by its step 2, through …
 *     sent ≥ acknowledged   committed to the server's disk, through …
 */
export interface Outbox {
  readonly made: number;
  readonly kept: number;
  readonly released: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Sent on the present line and not answered yet, oldest first. */
  readonly barriers: readonly Barrier[];
  /** What the last barrier of the present line covers. */
  readonly asked: number;
  readonly lastBarrier: number;
  /** Rows on this device that say "not acknowledged". */
  readonly markers: readonly Marker[];
  /** The server would not take something on the present line; what it acknowledges means nothing. */
  readonly rejected: boolean;
  /** When work was last acknowledged. */
  readonly savedAt: number | null;
}

interface Barrier {
  readonly n: number;
  readonly through: number;
}

interface Marker {
  readonly key: number;
  readonly through: number;
}

/** More unanswered barriers than this are not needed: the next answer brings the next barrier. */
const MAX_BARRIERS = 8;

export const emptyOutbox: Outbox = {
  made: 0,
  kept: 0,
  released: 0,
  sent: 0,
  acknowledged: 0,
  barriers: [],
  asked: 0,
  lastBarrier: 0,
  markers: [],
  rejected: false,
  savedAt: null,
};

export const isUnacknowledged = ({ made, acknowledged }: Outbox): boolean => made > acknowledged;

/** True while an update is neither on this device nor on the server's disk. */
export const isUnsafe = ({ made, kept, acknowledged }: Outbox): boolean =>
  made > Math.max(kept, acknowledged);

/** One more update of this page. */
export const make = (outbox: Outbox): Outbox => ({ ...outbox, made: outbox.made + 1 });

/**
 * Work of an earlier visit that was never acknowledged: it is in the document and on this device.
 * It counts as one more update.
 */
export function inherit(outbox: Outbox, keys: readonly number[]): Outbox {
  if (keys.length === 0) return outbox;
  const made = outbox.made + 1;
  // It counts as kept with whatever is written next, if something is waiting to be.
  return {
    ...outbox,
    made,
    kept: outbox.kept === outbox.made ? made : outbox.kept,
    released: outbox.released === outbox.made ? made : outbox.released,
    markers: [...outbox.markers, ...keys.map((key) => ({ key, through: made }))],
  };
}

/** Everything through `through` is on this device; `marker` says there that it is unacknowledged. */
export const keep = (outbox: Outbox, through: number, marker: number | null): Outbox => ({
  ...outbox,
  kept: Math.max(outbox.kept, through),
  released: Math.max(outbox.released, through),
  markers: marker === null ? outbox.markers : [...outbox.markers, { key: marker, through }],
});

/** Everything through `through` may go to the server. */
export const release = (outbox: Outbox, through: number): Outbox => ({
  ...outbox,
  released: Math.max(outbox.released, through),
});

/** Everything through `through` was written to the socket. */
export const send = (outbox: Outbox, through: number): Outbox => ({
  ...outbox,
  sent: Math.max(outbox.sent, through),
});

/** The barrier to send now, if there is something to ask for. */
export function nextBarrier(
  outbox: Outbox,
): { readonly outbox: Outbox; readonly n: number } | null {
  if (outbox.sent <= Math.max(outbox.asked, outbox.acknowledged)) return null;
  if (outbox.barriers.length >= MAX_BARRIERS) return null;
  const n = outbox.lastBarrier + 1;
  const barriers = [...outbox.barriers, { n, through: outbox.sent }];
  return { outbox: { ...outbox, barriers, asked: outbox.sent, lastBarrier: n }, n };
}

/** A barrier that asks for nothing new: whether everything else that was said is on disk. */
export function askAgain(outbox: Outbox): { readonly outbox: Outbox; readonly n: number } {
  const n = outbox.lastBarrier + 1;
  const barriers = [...outbox.barriers, { n, through: outbox.acknowledged }];
  return { outbox: { ...outbox, barriers, lastBarrier: n }, n };
}

/** SAVED n. */
export function acknowledge(outbox: Outbox, n: number, now: number): Outbox {
  const covered = outbox.barriers.findLast((barrier) => barrier.n <= n);
  if (covered === undefined || outbox.rejected) return outbox;
  return {
    ...outbox,
    barriers: outbox.barriers.filter((barrier) => barrier.n > n),
    acknowledged: Math.max(outbox.acknowledged, covered.through),
    savedAt: covered.through > outbox.acknowledged ? now : outbox.savedAt,
  };
}

/** REJECT n: nothing more is believed until the next line repeats it all. */
export const reject = (outbox: Outbox): Outbox => ({ ...outbox, rejected: true });

/** The line is gone, and with it the meaning of what was sent and not acknowledged. */
export const loseLine = (outbox: Outbox): Outbox => ({
  ...outbox,
  sent: outbox.acknowledged,
  asked: outbox.acknowledged,
  barriers: [],
  rejected: false,
});

/** Takes out the markers whose work has been acknowledged. */
export function takeAcknowledged(outbox: Outbox): {
  readonly outbox: Outbox;
  readonly keys: readonly number[];
} {
  const isDone = ({ through }: Marker): boolean => through <= outbox.acknowledged;
  const keys = outbox.markers.filter(isDone).map(({ key }) => key);
  if (keys.length === 0) return { outbox, keys };
  return { outbox: { ...outbox, markers: outbox.markers.filter((m) => !isDone(m)) }, keys };
}
