/** The page itself: its fields and what an empty one says. */
export const page = {
  title: 'Title',
  untitled: 'Untitled',
  document: 'Document',
  placeholder: 'Write, or paste something…',
};
