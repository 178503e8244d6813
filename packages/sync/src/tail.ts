import { mergeUpdates } from './merge.ts';
import type { Position } from './room-log.ts';

/** One or more entries, merged: those after `from`, through `through`. */
interface Chunk {
  readonly from: Position;
  readonly through: Position;
  readonly update: Uint8Array;
  /** How often it was merged: entries are 0, merged entries 1, merged chunks of 1 are 2, … */
  readonly level: number;
}

/** What somebody lacks, or the beginning of it. */
export interface Missed {
  readonly update: Uint8Array;
  /** With it one has everything through here. */
  readonly through: Position;
}

/** How many chunks of one level are merged into one of the next. */
const FOLD = 50;

/** The updates of a log since its base. Levels never rise from older chunks to newer ones. */
export class Tail {
  #chunks: Chunk[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  push(from: Position, update: Uint8Array): void {
    this.#chunks.push({ from, through: from + 1, update, level: 0 });
    this.#bytes += update.length;
  }

  updates(): Uint8Array[] {
    return this.#chunks.map(updateOf);
  }

  /**
   * What follows after a cursor; it may carry more than that. No more than `most` bytes are merged; one
   * entry (or what was merged before) may be longer, and then comes alone.
   */
  since(cursor: Position, most: number): Missed {
    const newest = this.#chunks.at(-1);
    if (newest !== undefined && newest.from === cursor) return newest;
    const missed: Chunk[] = [];
    let bytes = 0;
    for (const chunk of this.#chunks) {
      if (chunk.through <= cursor) continue;
      bytes += chunk.update.length;
      if (missed.length > 0 && bytes > most) break;
      missed.push(chunk);
    }
    return {
      update: mergeUpdates(missed.map(updateOf)),
      through: missed.at(-1)?.through ?? cursor,
    };
  }

  /** Everything that ends at a position or before. */
  through(position: Position): Uint8Array[] {
    return this.#chunks.filter(({ through }) => through <= position).map(updateOf);
  }

  /** Forgets what ends at a position or before. */
  drop(position: Position): void {
    this.#replace(this.#chunks.filter(({ through }) => through > position));
  }

  /**
   * Merges stored chunks level by level, so that a long tail stays a handful of chunks and no merge is
   * large. Unsaved entries stay apart: compaction takes the tail through the writer's cursor.
   */
  fold(stored: Position): void {
    let level = 0;
    for (;;) {
      const first = this.#chunks.findIndex((chunk) => chunk.level === level);
      if (first === -1) return;
      const group = this.#chunks.slice(first, first + FOLD);
      if (isRipe(group, level, stored)) {
        this.#replace(this.#chunks.toSpliced(first, FOLD, merge(group, level + 1)));
        level = 0;
      } else level += 1;
    }
  }

  #replace(chunks: Chunk[]): void {
    this.#chunks = chunks;
    this.#bytes = chunks.reduce((sum, { update }) => sum + update.length, 0);
  }
}

function isRipe(group: readonly Chunk[], level: number, stored: Position): boolean {
  const last = group.at(-1);
  return group.length === FOLD && last?.level === level && last.through <= stored;
}

const merge = (group: readonly Chunk[], level: number): Chunk => ({
  from: group[0]?.from ?? 0,
  through: group.at(-1)?.through ?? 0,
  update: mergeUpdates(group.map(updateOf)),
  level,
});

const updateOf = ({ update }: Chunk): Uint8Array => update;
