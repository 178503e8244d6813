/** The list of documents. */
export const start = {
  heading: 'Documents',
  list: 'Documents',
  newDocument: 'New document',
  empty:
    'A document is a page that several people can write on at once. Start one, then give its link to whoever should write with you.',
  loading: 'Loading your documents…',
  onThisDevice: 'on this device',
  lastEdited: (time: string) => `Last edited ${time}`,
  moreFor: (title: string) => `More for ${title}`,
  rename: 'Rename',
  delete: 'Delete',
  deleteKey: 'Del',
  newTitleFor: (title: string) => `New title for ${title}`,
  stale: 'The list may be out of date; it renews itself when the server answers again.',
  failed:
    'The list couldn’t be loaded: the server answered with an error. Your documents are not affected. It is tried again by itself.',
  unreachable: 'The server can’t be reached.',
  someKept:
    'These documents are kept on this device; you can open them and write, and everything is joined when the server is back.',
  noneKept:
    'No document is kept on this device yet; those you open while the server is there will be.',
};
