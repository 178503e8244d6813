import * as Y from 'yjs';

import { alike, build, madeSince } from './build-block.ts';
import type { CopyIndex, Unit } from './copies.ts';
import { isInline } from './copy-notes.ts';
import { isElement, itemsOf, type Letter, lineOf, spell, typeOf } from './letters.ts';
import type { Block, Losses, LostBlock, LostLine, Neighbour, Place, Run } from './lost.ts';
import { contentOf } from './roots.ts';

/** Called with what was made of what, at once. */
type Note = (sources: readonly (Unit | null)[], copies: readonly Unit[]) => void;

/**
 * Puts lost words back where they belong: into the copy that was made of their paragraph, between the letters they
 * were typed between; else as a block of their own, beside where they were.
 */
export class PuttingBack {
  readonly #doc: Y.Doc;
  readonly #index: CopyIndex;
  readonly #note: Note;

  constructor(doc: Y.Doc, index: CopyIndex, note: Note) {
    this.#doc = doc;
    this.#index = index;
    this.#note = note;
  }

  putBack({ lines, blocks }: Losses): void {
    for (const line of lines) this.#putLine(line);
    for (const block of blocks) this.#putBlock(block);
  }

  #putLine({ line, runs, place }: LostLine): void {
    const homeless = runs.filter((run) => !this.#putRun(run));
    if (homeless.length === 0) return;
    const letters = homeless.flatMap((run) => run.letters);
    const element = this.#elementOf({ name: '', units: [line] });
    if (element !== null && takesLetters(element)) this.#insertLetters(textIn(element), 0, letters);
    else this.#putBeside({ ...paragraph, letters }, '', place);
  }

  /** @returns false if nothing of what was around it is left. */
  #putRun({ letters, before, after }: Run): boolean {
    for (const [units, offset] of [
      [before, 1],
      [after, 0],
    ] as const) {
      for (const unit of units) {
        const item = this.#find(unit);
        if (item === null || !(item.at.parent instanceof Y.XmlText)) continue;
        this.#insertLetters(item.at.parent, indexOf(item.at) + item.offset + offset, letters);
        return true;
      }
    }
    return false;
  }

  #putBlock({ block, holder, place }: LostBlock): void {
    for (const part of standing(block)) this.#putBeside(part, holder, place);
  }

  #putBeside(block: Block, holder: string, place: Place): void {
    const at = this.#resolve(place);
    const { parent, index, blocks } = fit(at, block, holder);
    const sources: (Unit | null)[] = [];
    const elements = blocks.map((one) => build(one, sources));
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    parent.insert(index, elements);
    this.#note(sources, madeSince(this.#doc, clock));
  }

  #insertLetters(text: Y.XmlText, index: number, letters: readonly Letter[]): void {
    const isPlain = text.parent instanceof Y.XmlElement && text.parent.nodeName === 'codeBlock';
    let at = index;
    for (const group of alike(letters)) {
      const clock = Y.getState(this.#doc.store, this.#doc.clientID);
      text.insert(at, spell(group), isPlain ? {} : { ...group[0]?.attributes });
      this.#note(group, madeSince(this.#doc, clock));
      at += group.length;
    }
  }

  /** Where a unit, or what has been made of it, is in the text now. */
  #find(unit: Unit): { readonly at: Y.Item; readonly offset: number } | null {
    for (const { client, clock } of this.#index.relatives(unit)) {
      if (clock >= Y.getState(this.#doc.store, client)) continue;
      const at = Y.getItem(this.#doc.store, Y.createID(client, clock));
      if (at instanceof Y.Item && !at.deleted) return { at, offset: clock - at.id.clock };
    }
    return null;
  }

  /** What has become of an element, if it is known from itself or from something in it. */
  #elementOf({ name, units }: Neighbour): Y.XmlElement | null {
    for (const unit of units) {
      const found = this.#find(unit);
      const element = found === null ? null : blockAt(found.at);
      if (element !== null) return around(element, name);
    }
    return null;
  }

  #resolve(place: Place): Spot {
    for (const { before, after, holder } of place) {
      for (const [neighbours, offset] of [
        [before, 1],
        [after, 0],
      ] as const) {
        for (const neighbour of neighbours) {
          const element = this.#elementOf(neighbour);
          if (element !== null) return spotAt(element, offset);
        }
      }
      const found = holder === null ? null : this.#find(holder);
      const element = found === null ? null : typeOf(found.at);
      if (element instanceof Y.XmlElement) return { parent: element, index: 0 };
    }
    const content = contentOf(this.#doc);
    return { parent: content, index: content.length };
  }
}

interface Spot {
  readonly parent: Y.XmlFragment;
  readonly index: number;
}

const paragraph: Block = { unit: null, name: 'paragraph', attributes: {}, letters: [], blocks: [] };

/** The block that an item is, or is in the line of. */
function blockAt(item: Y.Item): Y.XmlElement | null {
  const type = typeOf(item);
  return type instanceof Y.XmlElement && !isInline(item) ? type : lineOf(item);
}

/** The nearest element of that name; the element itself if there is none. */
function around(element: Y.XmlElement, name: string): Y.XmlElement {
  for (let at: unknown = element; isElement(at); at = at.parent) {
    if (at.nodeName === name) return at;
  }
  return element;
}

function spotAt(element: Y.XmlElement, offset: number): Spot {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) throw new Error('An element stands in no tree.');
  return { parent, index: parent.toArray().indexOf(element) + offset };
}

/** Parts of a table stand nowhere without it; what is in them does. */
const standing = (block: Block): readonly Block[] =>
  /^table(?:Row|Cell|Header)$/.test(block.name) ? block.blocks.flatMap(standing) : [block];

const itemIn: Readonly<Record<string, string>> = {
  bulletList: 'listItem',
  orderedList: 'listItem',
  taskList: 'taskItem',
};

/** Finds a spot near `spot` where the block may stand, and puts around it what it needs there. */
function fit(spot: Spot, block: Block, holder: string): Spot & { readonly blocks: Block[] } {
  const { parent, index } = spot;
  const name = parent instanceof Y.XmlElement ? parent.nodeName : '';
  if (isElement(parent) && /^table(?:Row)?$/.test(name))
    return fit(spotAt(parent, 1), block, holder);
  const isItem = Object.values(itemIn).includes(block.name);
  const item = itemIn[name];
  if (item !== undefined) {
    const inItem = isItem ? block.blocks : [block];
    return { ...spot, blocks: [{ ...bare(item), blocks: startingWithLine(inItem) }] };
  }
  const list = itemIn[holder] === block.name ? holder : 'bulletList';
  const blocks = [isItem ? { ...bare(list), blocks: [block] } : block];
  const isFirstOfItem = Object.values(itemIn).includes(name) && index === 0;
  if (!isFirstOfItem || block.name === 'paragraph') return { ...spot, blocks };
  return { parent, index: Math.min(1, parent.length), blocks };
}

const bare = (name: string): Block => ({ ...paragraph, name });

/** A list item begins with a paragraph. */
const startingWithLine = (blocks: readonly Block[]): readonly Block[] =>
  blocks[0]?.name === 'paragraph' ? blocks : [paragraph, ...blocks];

/** How many letters stand before an item of a text. */
function indexOf(item: Y.Item): number {
  let index = 0;
  for (let at = item.left; at !== null; at = at.left)
    if (!at.deleted && at.countable) index += at.length;
  return index;
}

function takesLetters(element: Y.XmlElement): boolean {
  for (const item of itemsOf(element)) {
    if (!item.deleted && !(typeOf(item) instanceof Y.XmlText)) return false;
  }
  return !['image', 'horizontalRule'].includes(element.nodeName);
}

function textIn(element: Y.XmlElement): Y.XmlText {
  const first = element.toArray().find((child) => child instanceof Y.XmlText);
  if (first instanceof Y.XmlText) return first;
  const text = new Y.XmlText();
  element.insert(0, [text]);
  return text;
}
