import type { EditorWords } from '../words.ts';

export const mentions: EditorWords['mentions'] = {
  people: 'Personen',
  documents: 'Dokumente',
  dates: 'Tage',
  untitled: 'Ohne Titel',
  noDate: 'Kein Datum',
  chooseDate: 'Tag wählen',
  monthBefore: 'Voriger Monat',
  monthAfter: 'Nächster Monat',
};
