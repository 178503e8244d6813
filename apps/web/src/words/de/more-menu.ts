import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Mehr',
  appearance: 'Aussehen',
  deleteDocument: 'Dokument löschen',
};
