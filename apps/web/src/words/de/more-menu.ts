import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Mehr',
  deleteDocument: 'Dokument löschen',
  toolbar: 'Formatierung',
  toolbarPlaces: { selection: 'Neben der Auswahl', above: 'Immer über dem Text' },
};
