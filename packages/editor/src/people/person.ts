import { words } from '../words/words.ts';
import { isHexColor } from './color.ts';

/** Who somebody is to the others; the same in all their tabs. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`, one of `personColors` for people who use this editor. */
  readonly color: string;
}

/** Characters of a name that are shown. */
export const MAX_NAME_LENGTH = 60;

/** Shown for those who send no colour, or none that can be drawn. */
const UNKNOWN_COLOR = '#7a756c';

/**
 * The person in a presence state from the network; null if the state names nobody.
 *
 * @param client the Yjs client id, which stands in for the person's id where other apps send none.
 */
export function parsePerson(state: unknown, client: number): Person | null {
  const user = field(state, 'user');
  if (typeof user !== 'object' || user === null) return null;
  const id = field(user, 'id');
  const name = field(user, 'name');
  const color = field(user, 'color');
  return {
    id: typeof id === 'string' && id !== '' ? id : `client ${client}`,
    name: shownName(typeof name === 'string' ? name : ''),
    color: isHexColor(color) ? color : UNKNOWN_COLOR,
  };
}

/** A name as it is shown: one line, not too long, never empty. */
export function shownName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  if (line === '') return words().people.someone;
  return line.length <= MAX_NAME_LENGTH
    ? line
    : Array.from(line).slice(0, MAX_NAME_LENGTH).join('');
}

/** Up to two letters that stand for a name. */
export function initials(name: string): string {
  const words = shownName(name).split(' ');
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return [first, last].map(firstCharacter).join('').toLocaleUpperCase();
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstCharacter(word: string): string {
  return [...characters.segment(word)][0]?.segment ?? '';
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null
    ? (data as Record<string, unknown>)[name]
    : undefined;
}
