/** Why the server won't have a page: what happened, what is safe, what to do. */
export const refusals = {
  deleted: {
    title: 'This document was deleted.',
    detail:
      'What you see is the copy on this device. It can be read and copied, and brought back for everybody.',
  },
  notFound: {
    title: 'There is no such document.',
    detail: 'The link may be incomplete, or the document was deleted.',
  },
  otherEpoch: {
    title: 'This document was replaced on the server.',
    detail:
      'The copy on this device belongs to the earlier one and can’t be joined with the current one. It stays here until you choose what becomes of it.',
  },
  documentFull: {
    title: 'This document is full.',
    detail:
      'The server takes no more text for it. What you wrote is kept on this device; continue in a new document.',
  },
  clientTooOld: {
    title: 'Indelible was updated.',
    detail: 'This page is older than the document. Reload it to go on; your words are kept.',
  },
  malformed: {
    title: 'The server couldn’t read what this page sent.',
    detail: 'What you wrote is kept on this device. Reloading the page usually helps.',
  },
  forbidden: {
    title: 'You can’t open this document.',
    detail: 'The server doesn’t let you in. Ask the person who gave you the link.',
  },
};
