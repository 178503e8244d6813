import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Más',
  deleteDocument: 'Eliminar documento',
};
