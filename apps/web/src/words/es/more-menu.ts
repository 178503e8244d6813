import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Más',
  appearance: 'Apariencia',
  deleteDocument: 'Eliminar documento',
};
