/** How much text there is. */
export const counts = {
  label: 'How much text there is',
  words: (count: number, inFull: string) => (count === 1 ? '1 word' : `${inFull} words`),
  selectedWords: (selected: string, all: string) => `${selected} of ${all} words`,
  minutes: (minutes: number) => `${minutes} min`,
  document: 'Document',
  selection: 'Selection',
  row: {
    words: 'Words',
    characters: 'Characters',
    withoutSpaces: 'Without spaces',
    reading: 'Reading time',
  },
};
