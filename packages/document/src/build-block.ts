import * as Y from 'yjs';

import type { Unit } from './copies.ts';
import { type Letter, spell, typeOf } from './letters.ts';
import type { Block } from './lost.ts';

/**
 * Makes the element of a block.
 *
 * @param sources gets what each element and letter of it is a copy of, in the order in which Yjs will number them.
 */
export function build(block: Block, sources: (Unit | null)[]): Y.XmlElement {
  const element = new Y.XmlElement(block.name);
  sources.push(block.unit);
  for (const [name, value] of Object.entries(block.attributes)) {
    if (value !== undefined) element.setAttribute(name, value as string);
  }
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  if (block.letters.length > 0) {
    const text = new Y.XmlText();
    text.applyDelta(
      alike(block.letters).map((group) => ({
        insert: spell(group),
        attributes: { ...group[0]?.attributes },
      })),
    );
    children.push(text);
    sources.push(...block.letters);
  }
  element.insert(0, [...children, ...block.blocks.map((one) => build(one, sources))]);
  return element;
}

/** Groups of letters with the same formatting. */
export function alike(letters: readonly Letter[]): Letter[][] {
  const groups: Letter[][] = [];
  for (const letter of letters) {
    const last = groups.at(-1);
    if (last !== undefined && isAlike(last[0], letter)) last.push(letter);
    else groups.push([letter]);
  }
  return groups;
}

const isAlike = (a: Letter | undefined, b: Letter): boolean =>
  JSON.stringify(a?.attributes) === JSON.stringify(b.attributes);

/** Elements and letters that this page has made since, in their order. */
export function madeSince({ store, clientID }: Y.Doc, clock: number): Unit[] {
  const structs = store.clients.get(clientID) ?? [];
  if (clock >= Y.getState(store, clientID)) return [];
  return structs.slice(Y.findIndexSS(structs, clock)).flatMap((item) => {
    if (!(item instanceof Y.Item)) return [];
    if (typeOf(item) instanceof Y.XmlElement) return [item.id];
    if (!(item.content instanceof Y.ContentString)) return [];
    const from = Math.max(clock, item.id.clock);
    const count = item.id.clock + item.length - from;
    return Array.from({ length: count }, (_, n) => ({ client: clientID, clock: from + n }));
  });
}
