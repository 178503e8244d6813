import { words } from '../words/words.ts';

/** A person as others see them. The same shape as the editor's `Person`. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** What a guest is made from; chance comes in as numbers from 0 to below 1. */
export interface GuestSource {
  readonly random: () => number;
  readonly id: () => string;
  readonly colors: readonly string[];
}

/** Characters. */
export const MAX_NAME = 60;

/** A new guest with a friendly name like "Quiet Otter". */
export function newGuest({ random, id, colors }: GuestSource): Guest {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const { manners, animals, name } = words().guests;
  return { id: id(), name: name(pick(manners), pick(animals)), color: pick(colors) };
}

/** A guest out of stored data, or null if it is none. */
export function parseGuest(data: unknown): Guest | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, name, color } = data as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return null;
  if (typeof name !== 'string' || name.trim() === '') return null;
  if (typeof color !== 'string' || color === '') return null;
  return { id, name: name.trim().slice(0, MAX_NAME), color };
}

/** 128 random bits in hex; also where `crypto.randomUUID` is missing (a page without https). */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
