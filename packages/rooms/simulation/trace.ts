import { createHash } from 'node:crypto';

import type { Clock } from '../src/clock.ts';

/** What happened in a run, in order: two runs of one plan must leave the same. */
export class Trace {
  readonly lines: string[] = [];
  readonly #clock: Clock;
  readonly #began: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#began = clock.now();
  }

  note(what: string): void {
    this.lines.push(`${this.#clock.now() - this.#began} ms  ${what}`);
  }
}

/** A number that all lines of a trace decide. */
export function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** A frame as a few characters: its kind, its length, and a number that its bytes decide. */
export function digest(frame: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of frame) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${frame[0]}.${frame[1]} ${frame.length} B ${(hash >>> 0).toString(16)}`;
}
