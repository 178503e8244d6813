/** What every page needs, and the pages that say why there is no document. */
export const pages = {
  untitled: 'Untitled',
  allDocuments: 'All documents',
  retry: 'Retry',
  reload: 'Reload',
  messages: 'Messages',
  tabTitle: (title: string) => `${title} – Indelible`,
  noSuchPage: {
    title: 'There is nothing at this address.',
    detail: 'The link may be incomplete. Your documents are in the list.',
  },
  stopped: {
    title: 'This page stopped working.',
    detail:
      'The fault is ours. What you wrote before is kept on this device and on the server; reloading brings it back.',
  },
  incompleteLink: {
    title: 'This link isn’t complete.',
    detail:
      'A document’s address ends in 22 letters and digits. Ask for the link again, or look in the list.',
  },
  failedToOpen: {
    title: 'Couldn’t open this document.',
    detail:
      'The server didn’t answer, and this device has no copy of the document yet. Nothing is lost: whatever was saved is on the server. It is tried again by itself as soon as the server can be reached.',
  },
  opening: 'Opening the document…',
};
