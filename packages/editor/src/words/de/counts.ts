import type { EditorWords } from '../words.ts';

export const counts: EditorWords['counts'] = {
  label: 'Umfang des Textes',
  words: (count, inFull) => (count === 1 ? '1 Wort' : `${inFull} Wörter`),
  selectedWords: (selected, all) => `${selected} von ${all} Wörtern`,
  minutes: (minutes) => `${minutes} Min.`,
  document: 'Dokument',
  selection: 'Auswahl',
  row: {
    words: 'Wörter',
    characters: 'Zeichen',
    withoutSpaces: 'Ohne Leerzeichen',
    reading: 'Lesezeit',
  },
};
