import type { Refusal } from '@indelible/provider';

import { assertNever } from './never.ts';
import { words } from './words.ts';

/** What to say when the server won't have this page, and which way out to offer. */
export interface RefusalWords {
  readonly title: string;
  readonly detail: string;
  readonly action: 'restore' | 'reload' | 'choose' | 'retry' | 'home';
}

/** `local`: a copy of the document is on this device and on the page. */
export function refusalWords(refusal: Refusal, local: boolean): RefusalWords {
  const { refusals } = words();
  switch (refusal) {
    case 'notFound':
      return local
        ? { ...refusals.deleted, action: 'restore' }
        : { ...refusals.notFound, action: 'home' };
    case 'otherEpoch':
      return { ...refusals.otherEpoch, action: 'choose' };
    case 'documentFull':
      return { ...refusals.documentFull, action: 'home' };
    case 'clientTooOld':
      return { ...refusals.clientTooOld, action: 'reload' };
    case 'malformed':
      return { ...refusals.malformed, action: 'reload' };
    case 'unauthenticated':
    case 'forbidden':
      return { ...refusals.forbidden, action: 'retry' };
    default:
      return assertNever(refusal);
  }
}
