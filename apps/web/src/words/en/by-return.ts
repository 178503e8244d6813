const list = new Intl.ListFormat('en-GB');

/** What others did to a document while this page was away. */
export const byReturn = {
  label: 'While you were away',
  dismiss: 'Dismiss',
  paragraphsBy: (count: number, name: string) =>
    `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} by ${name}`,
  paragraphsByOthers: (count: number) =>
    `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} by others`,
  removed: (count: number) => `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} removed`,
  whileAway: (parts: readonly string[]) => `${list.format(parts)} while you were away`,
};
