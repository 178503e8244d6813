import type { AppWords } from '../words.ts';

export const moreMenu: AppWords['moreMenu'] = {
  label: 'Más',
  deleteDocument: 'Eliminar documento',
  toolbar: 'Botones de formato',
  toolbarPlaces: { selection: 'Junto a la selección', above: 'Siempre sobre el texto' },
};
