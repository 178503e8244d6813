import type { EditorWords } from '../words.ts';

export const page: EditorWords['page'] = {
  title: 'Título',
  untitled: 'Sin título',
  document: 'Documento',
  placeholder: 'Escribe o pega algo…',
};
