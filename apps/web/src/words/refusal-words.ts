import type { Refusal } from '@indelible/provider';

import { assertNever } from './never.ts';

/** What to say when the server won't have this page, and which way out to offer. */
export interface RefusalWords {
  readonly title: string;
  readonly detail: string;
  readonly action: 'restore' | 'reload' | 'choose' | 'retry' | 'home';
}

/** `local`: a copy of the document is on this device and on the page. */
export function refusalWords(refusal: Refusal, local: boolean): RefusalWords {
  switch (refusal) {
    case 'notFound':
      return local
        ? {
            title: 'This document was deleted.',
            detail:
              'What you see is the copy on this device. It can be read and copied, and brought back for everybody.',
            action: 'restore',
          }
        : {
            title: 'There is no such document.',
            detail: 'The link may be incomplete, or the document was deleted.',
            action: 'home',
          };
    case 'otherEpoch':
      return {
        title: 'This document was replaced on the server.',
        detail:
          'The copy on this device belongs to the earlier one and can’t be joined with the current one. It stays here until you choose what becomes of it.',
        action: 'choose',
      };
    case 'documentFull':
      return {
        title: 'This document is full.',
        detail:
          'The server takes no more text for it. What you wrote is kept on this device; continue in a new document.',
        action: 'home',
      };
    case 'clientTooOld':
      return {
        title: 'Indelible was updated.',
        detail: 'This page is older than the document. Reload it to go on; your words are kept.',
        action: 'reload',
      };
    case 'malformed':
      return {
        title: 'The server couldn’t read what this page sent.',
        detail: 'What you wrote is kept on this device. Reloading the page usually helps.',
        action: 'reload',
      };
    case 'unauthenticated':
    case 'forbidden':
      return {
        title: 'You can’t open this document.',
        detail: 'The server doesn’t let you in. Ask the person who gave you the link.',
        action: 'retry',
      };
    default:
      return assertNever(refusal);
  }
}
