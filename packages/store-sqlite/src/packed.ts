/**
 * Many byte arrays in one buffer, which can be handed to another thread without a copy however many
 * they are.
 */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each array ends; it begins where the one before it ends. */
  readonly ends: readonly number[];
}

/** Copies the arrays into one buffer. */
export function pack(parts: readonly Uint8Array[]): Packed {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const ends: number[] = [];
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
    ends.push(end);
  }
  return { bytes, ends };
}

/** The arrays again, as views that share one buffer but no byte. */
export const unpack = ({ bytes, ends }: Packed): Uint8Array[] =>
  ends.map((end, n) => bytes.subarray(ends[n - 1] ?? 0, end));

/** A part that must be there. */
export function partAt(parts: readonly Uint8Array[], n: number): Uint8Array {
  const part = parts[n];
  if (!part) throw new Error(`part ${n} of a packed message is missing`);
  return part;
}
