/** Looking for documents. */
export const search = {
  label: 'Search documents',
  placeholder: 'Search',
  searching: 'Searching…',
  onlyTitles: 'The server couldn’t search the texts just now. What you see was found by title.',
  more: 'More documents have these words than are shown. One more word finds fewer.',
  found: (count: number) => (count === 1 ? '1 document' : `${count} documents`),
  nothing: (sought: string) =>
    `No document contains “${sought}”. What was written a moment ago may not be found yet.`,
  noTitle: (sought: string) => `No title contains “${sought}”.`,
};
