import type { DocumentId } from '@indelible/protocol';
import type { MemoryDisk, MemoryDocument } from '@indelible/store';

import { Coverage } from './coverage.ts';
import type { Rule, Violation } from './violation.ts';

interface Committed {
  readonly coverage: Coverage;
  /** How many rows are in it … */
  rows: number;
  /** … and through which row the newest snapshot. */
  snapshot: number;
}

/** Knows what is on disk, and keeps the first rule that was broken. */
export class Judge {
  readonly #disk: MemoryDisk;
  /** By the document on disk and not by its id: after a wipe it is another one. */
  readonly #committed = new Map<MemoryDocument, Committed>();
  #violation: Violation | null = null;

  constructor(disk: MemoryDisk) {
    this.#disk = disk;
  }

  get violation(): Violation | null {
    return this.#violation;
  }

  fail(rule: Rule, message: string): void {
    this.#violation ??= { rule, message };
  }

  /** True if that is what is on disk now. */
  isEpoch(id: DocumentId, epoch: string): boolean {
    return this.#disk.documents.get(id)?.epoch === epoch;
  }

  /**
   * What is in committed rows of a document, and in snapshots: of two who set one key of a map, the one
   * who loses is deleted by whoever puts their updates together, and no update says so.
   */
  committed(id: DocumentId): Coverage {
    const document = this.#disk.documents.get(id);
    if (document === undefined) return new Coverage();
    const known = this.#committed.get(document) ?? {
      coverage: new Coverage(),
      rows: 0,
      snapshot: 0,
    };
    this.#committed.set(document, known);
    for (const { update } of document.rows.slice(known.rows)) known.coverage.add(update);
    known.rows = document.rows.length;
    for (const { seq, update } of document.snapshots) {
      if (seq > known.snapshot) known.coverage.add(update);
      known.snapshot = Math.max(known.snapshot, seq);
    }
    return known.coverage;
  }
}
