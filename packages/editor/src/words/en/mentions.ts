/** What is named in the text: people, documents, days. */
export const mentions = {
  people: 'People',
  documents: 'Documents',
  dates: 'Dates',
  untitled: 'Untitled',
  noDate: 'No date',
  chooseDate: 'Choose a day',
  monthBefore: 'Month before',
  monthAfter: 'Month after',
};
