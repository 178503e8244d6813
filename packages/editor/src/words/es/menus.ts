import type { EditorWords } from '../words.ts';

export const menus: EditorWords['menus'] = {
  emptyDocument: 'Escribe, o pulsa / para ver los bloques',
  emptyLine: '/ para bloques',
  label: { '/': 'Insertar', ':': 'Emoji', '@': 'Mencionar' },
  found: 'Mejores coincidencias',
  recent: 'Usados hace poco',
  groups: {
    text: 'Texto',
    lists: 'Listas',
    structure: 'Estructura',
    media: 'Multimedia',
    inline: 'En la línea',
  },
};
