import type { EditorWords } from '../words.ts';

export const page: EditorWords['page'] = {
  title: 'Titel',
  untitled: 'Ohne Titel',
  document: 'Dokument',
  placeholder: 'Schreib los, oder füg etwas ein …',
};
