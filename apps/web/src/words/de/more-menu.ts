import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Mehr',
  deleteDocument: 'Dokument löschen',
};
