import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';

import { bindingOf } from '../binding/binding.ts';
import { elementNow, elementOf, positionOf, type Unit } from './block-place.ts';

const PREFIX = '#b-';

/** Anything larger is no clock and no client of Yjs. */
const MAX_NUMBER = 2 ** 53;

/**
 * The part of an address that leads to a block: what the block, and the first line in it, are called in the Yjs document.
 * These names are there anyway, are the same for everybody and stay; nothing is written into the document. A block that
 * is moved or turned into another is made anew, but its lines are known to be copies of the former.
 *
 * @returns null for what has no name yet.
 */
export function hashOfBlock(view: EditorView, position: number): string | null {
  const element = elementOf(view, position);
  if (element === null) return null;
  const units = [element, lineIn(element)].flatMap(({ _item: item }) =>
    item === null ? [] : [item.id],
  );
  return units.length === 0 ? null : PREFIX + units.map(spell).join('-');
}

/** Where the block that a part of an address leads to is now; null if it is no such part, or the block is gone. */
export function blockOfHash(view: EditorView, hash: string): number | null {
  const { doc } = bindingOf(view);
  const [block, line] = parse(hash);
  if (block === undefined) return null;
  for (const unit of [block, ...(line === undefined ? [] : [line])]) {
    const element = elementNow(doc, unit);
    const position = element === null ? null : positionOf(view, element);
    if (position !== null) return position;
  }
  return null;
}

/** Whether a part of an address leads to a block. */
export const leadsToBlock = (hash: string): boolean => parse(hash).length > 0;

function lineIn(element: Y.XmlElement): Y.XmlElement {
  const first = element.toArray().find((child) => child instanceof Y.XmlElement);
  return first === undefined ? element : lineIn(first);
}

const spell = ({ client, clock }: Unit): string => `${client.toString(36)}.${clock.toString(36)}`;

function parse(hash: string): Unit[] {
  if (!hash.startsWith(PREFIX)) return [];
  return hash
    .slice(PREFIX.length)
    .split('-')
    .slice(0, 2)
    .flatMap((name) => {
      const [, client, clock] = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})$/.exec(name) ?? [];
      if (client === undefined || clock === undefined) return [];
      const unit = { client: Number.parseInt(client, 36), clock: Number.parseInt(clock, 36) };
      return unit.client < MAX_NUMBER && unit.clock < MAX_NUMBER ? [unit] : [];
    });
}
