import * as Y from 'yjs';

import {
  type Copy,
  copiesOf,
  CopyIndex,
  heardIn,
  joinCopies,
  parseCopy,
  toRow,
  type Unit,
} from './copies.ts';
import { findCopies } from './copy-notes.ts';
import { removeDuplicates } from './duplicates.ts';
import { forgetPlaces, typeOf } from './letters.ts';
import { inLines, isNothing, not, select } from './loss-selection.ts';
import { type DeleteSet, findLosses, type Losses } from './lost.ts';
import { PuttingBack } from './put-back.ts';

export { copiesOf };

/** The origin of this page's own words being put back; the history takes it for a change of this page. */
export const rescueOrigin = Symbol('rescue');

/** An update that the line brought. */
export interface Received {
  readonly update: Uint8Array;
  /** It is all that this page has missed, and not just the latest. */
  readonly isAnswer: boolean;
}

export interface RescuePorts {
  /** What the line brought in a transaction; null if the transaction was not made by it. */
  readonly receivedIn: (transaction: Y.Transaction) => Received | null;
  /** Acts after a while, unless the returned function is called. */
  readonly later: (act: () => void) => () => void;
}

/** Milliseconds after which others put back what its author has not. */
const PATIENCE = { least: 1_000, most: 3_000 } as const;

/** Differs from page to page, so that not all of them do it at once; a page that is being left does it now. */
export function afterPatience(act: () => void): () => void {
  const span = PATIENCE.most - PATIENCE.least;
  const cancel = (): void => {
    clearTimeout(timer);
    globalThis.removeEventListener('pagehide', now);
  };
  const now = (): void => {
    cancel();
    act();
  };
  const timer = setTimeout(now, PATIENCE.least + Math.random() * span);
  globalThis.addEventListener('pagehide', now);
  return cancel;
}

/** Our patch of y-tiptap marks so that it deletes what no page could show. */
const IMPOSSIBLE = 'impossible';

const rescues = new WeakMap<Y.Doc, Rescue>();

/**
 * Keeps words in the text whose paragraph somebody else deletes without having seen them: they are put into the copy
 * that was made of it (as a heading, in a list, joined to another), or beside the place. Their author's page does so
 * at once; other pages that have them do so if nobody else has after a while.
 *
 * Begins before the document is loaded, and ends with it; once for each document.
 */
export function keepWords(doc: Y.Doc, ports: RescuePorts): void {
  if (rescues.has(doc)) return;
  const rescue = new Rescue(doc, ports);
  rescues.set(doc, rescue);
  // Without its paragraph, a letter that comes too late for it would be forgotten before it could be seen.
  doc.gcFilter = (item) => typeOf(item) === null;
  doc.on('beforeTransaction', () => rescue.begin());
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => rescue.see(transaction));
  doc.on('destroy', () => rescue.stop());
}

/** What is in the text now of a letter that has been copied to another place; null if nothing is. */
export const nowOf = (doc: Y.Doc, unit: Unit): Unit | null => rescues.get(doc)?.nowOf(unit) ?? null;

/**
 * Whether letters are copies of which nothing else is in the text: to undo what made them would take words away that
 * others wrote, for what they were copied from can't come back where its paragraph is gone.
 *
 * @param isUndone whether a unit was made in the step that is being undone.
 */
export const areLastOfOthers = (
  doc: Y.Doc,
  letters: Y.Item,
  isUndone: (unit: Unit) => boolean,
): boolean => rescues.get(doc)?.areLastOfOthers(letters, isUndone) ?? false;

/** What its author has some time to put back. */
interface Waiting {
  losses: Losses;
}

class Rescue {
  readonly #doc: Y.Doc;
  readonly #ports: RescuePorts;
  readonly #appointments = new Set<() => void>();
  readonly #waiting = new Set<Waiting>();
  #index: CopyIndex | null = null;
  #pending: Uint8Array | null = null;

  constructor(doc: Y.Doc, ports: RescuePorts) {
    this.#doc = doc;
    this.#ports = ports;
  }

  begin(): void {
    this.#pending = this.#doc.store.pendingDs;
  }

  see(transaction: Y.Transaction): void {
    const received = this.#ports.receivedIn(transaction);
    const heard = this.#hear(transaction);
    if (received !== null) {
      forgetPlaces(transaction);
      if (transaction.deleteSet.clients.size > 0 || this.#waiting.size > 0) {
        const named = namedIn(received.update, this.#pending);
        this.#forget(named);
        const losses = findLosses(transaction, named, this.#isCopied);
        this.#rescue(losses, received.isAnswer);
      }
      if (transaction.beforeState.size > 0) this.#settle(heard);
    } else if (transaction.meta.has(IMPOSSIBLE)) {
      const nothing = Y.createDeleteSet();
      this.#rescue(inLines(findLosses(transaction, nothing, this.#isCopied)), false);
    } else if (transaction.local) {
      const isUndoing = transaction.origin instanceof Y.UndoManager;
      if (transaction.deleteSet.clients.size === 0 && !isUndoing) return;
      const copies = findCopies(transaction);
      this.#enter(copies);
      // What is undone may have been undone by somebody else's copy already.
      if (isUndoing) this.#settle(copies);
    }
  }

  nowOf(unit: Unit): Unit | null {
    for (const { client, clock } of this.#copies().relatives(unit)) {
      if (clock >= Y.getState(this.#doc.store, client)) continue;
      if (!Y.getItem(this.#doc.store, Y.createID(client, clock)).deleted) return { client, clock };
    }
    return null;
  }

  areLastOfOthers({ id, length }: Y.Item, isUndone: (unit: Unit) => boolean): boolean {
    const copies = this.#copies();
    if (copies.behind(id, length).length === 0) return false;
    return Array.from({ length }, (_, n) => ({ client: id.client, clock: id.clock + n })).some(
      (letter) => {
        const relatives = [...copies.relatives(letter)];
        const roots = relatives.filter((unit) => copies.behind(unit).length === 0);
        const isOwn = (unit: Unit) => isUndone(unit) || unit.client === this.#doc.clientID;
        if (roots.every(isOwn)) return false;
        return !relatives.some((unit) => !isUndone(unit) && isElsewhere(this.#doc, unit, letter));
      },
    );
  }

  stop(): void {
    for (const cancel of this.#appointments) cancel();
  }

  /** @param isComplete nobody has put them back, or it would be known. */
  #rescue(losses: Losses, isComplete: boolean): void {
    const isMine = ({ client }: Unit): boolean => client === this.#doc.clientID;
    const mine = select(losses, isMine);
    if (!isNothing(mine)) this.#putBack(mine, rescueOrigin);
    const others = select(losses, not(isMine));
    if (isNothing(others)) return;
    if (isComplete) this.#putBack(others, this);
    else this.#wait({ losses: others });
  }

  #wait(waiting: Waiting): void {
    const cancel = this.#ports.later(() => {
      this.#waiting.delete(waiting);
      this.#appointments.delete(cancel);
      const left = select(waiting.losses, (unit) => !this.#isCopied(unit));
      if (!isNothing(left)) this.#putBack(left, this);
    });
    this.#waiting.add(waiting);
    this.#appointments.add(cancel);
  }

  /**
   * Words that wait to be put back may have been deleted by somebody who had seen them; not if what they were in is
   * named as well, which is how a page that comes back says all it knows.
   */
  #forget(named: DeleteSet): void {
    const isNamed = ({ client, clock }: Unit): boolean =>
      Y.isDeleted(named, Y.createID(client, clock));
    for (const waiting of this.#waiting) {
      waiting.losses = {
        lines: waiting.losses.lines.flatMap((line) =>
          isNamed(line.line) ? [line] : select({ lines: [line], blocks: [] }, not(isNamed)).lines,
        ),
        blocks: waiting.losses.blocks.filter(
          ({ block, place: [level] }) =>
            block.unit === null || !isNamed(block.unit) || (level?.holder && isNamed(level.holder)),
        ),
      };
    }
  }

  #putBack(losses: Losses, origin: unknown): void {
    const noted: Copy[] = [];
    this.#doc.transact(() => {
      const note = (sources: readonly (Unit | null)[], made: readonly Unit[]): void => {
        const pairs = sources.flatMap((source, at) => {
          const copy = made[at];
          return source === null || copy === undefined ? [] : [[source, copy] as const];
        });
        const copies = joinCopies(pairs);
        this.#enter(copies);
        noted.push(...copies);
      };
      new PuttingBack(this.#doc, this.#copies(), note).putBack(losses);
    }, origin);
    this.#settle(noted);
  }

  readonly #isCopied = (unit: Unit): boolean => this.#copies().madeOf(unit).length > 0;

  /** Made when it is first needed: most pages that are only read never do. */
  #copies(): CopyIndex {
    if (this.#index !== null) return this.#index;
    this.#index = new CopyIndex();
    for (const row of copiesOf(this.#doc).toArray()) addTo(this.#index, parseCopy(row));
    return this.#index;
  }

  #enter(copies: readonly Copy[]): void {
    if (copies.length === 0) return;
    const index = this.#copies();
    this.#doc.transact(() => copiesOf(this.#doc).push(copies.map(toRow)), this);
    for (const copy of copies) index.add(copy);
  }

  /** Copies that somebody else has noted. */
  #hear(transaction: Y.Transaction): Copy[] {
    if (transaction.local || !transaction.changed.has(copiesOf(this.#doc))) return [];
    const isKnown = this.#index === null;
    const index = this.#copies();
    const heard = heardIn(transaction);
    if (!isKnown) for (const copy of heard) index.add(copy);
    return heard;
  }

  #settle(copies: readonly Copy[]): void {
    if (copies.length > 0) removeDuplicates(this.#doc, this.#copies(), copies);
  }
}

/** Whether a unit, or what it was brought back as, is in the text, and is not `letter` itself. */
function isElsewhere({ store }: Y.Doc, unit: Unit, letter: Unit): boolean {
  let { client, clock } = unit;
  while (clock < Y.getState(store, client)) {
    const item: unknown = Y.getItem(store, Y.createID(client, clock));
    if (!(item instanceof Y.Item)) return false;
    if (!item.deleted) return client !== letter.client || clock !== letter.clock;
    if (item.redone === null) return false;
    clock = item.redone.clock + clock - item.id.clock;
    ({ client } = item.redone);
  }
  return false;
}

function addTo(index: CopyIndex, copy: Copy | null): void {
  if (copy !== null) index.add(copy);
}

/** What the deleter names, also of what had to wait for something else. */
function namedIn(update: Uint8Array, pending: Uint8Array | null): DeleteSet {
  const sets = [Y.decodeUpdate(update).ds];
  if (pending !== null) sets.push(Y.decodeUpdateV2(pending).ds);
  return Y.mergeDeleteSets(sets);
}
