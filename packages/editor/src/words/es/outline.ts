import type { EditorWords } from '../words.ts';

export const outline: EditorWords['outline'] = {
  label: 'Esquema',
  close: 'Cerrar el esquema',
  empty: 'Aquí aparecerán los títulos.',
};
