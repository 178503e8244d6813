/** Which rule was broken; the numbers are those of the invariants, the words are what else must hold. */
export type Rule =
  | 'I1'
  | 'I2'
  | 'I3'
  | 'I4'
  | 'I5'
  | 'I6'
  | 'I8'
  | 'I9'
  /** Faults are over, and something still is not saved, or not there. */
  | 'calm'
  /** The server threw, or complained where nothing was wrong. */
  | 'error';

export interface Violation {
  readonly rule: Rule;
  readonly message: string;
}
