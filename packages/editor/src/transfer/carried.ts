import type { Loss } from '@indelible/document/files';

/** What was put into the text from elsewhere, to be told to whoever did so. */
export interface CarriedIn {
  /** The files it was read from; none if it was pasted. */
  readonly files: readonly string[];
  /** What of it could not be carried. */
  readonly losses: readonly Loss[];
  /** Takes it out again and attaches the files instead. */
  readonly attach?: () => void;
}

/** Tells it, and offers what can still be done. */
export type TellCarried = (carried: CarriedIn) => void;

/** What a person would miss in what was pasted. Looks are left behind on purpose, and pages are full of small drawings. */
const MISSED: ReadonlySet<Loss['kind']> = new Set([
  'picture',
  'film',
  'embed',
  'file',
  'comment',
  'note',
  'formula',
]);

/** The losses of a paste that are worth a word. */
export const missedInPaste = (losses: readonly Loss[]): readonly Loss[] =>
  losses.filter(({ kind }) => MISSED.has(kind));
