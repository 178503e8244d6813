import type { EditorWords } from '../words.ts';

export const actions: EditorWords['actions'] = {
  toolbar: 'Formato',
  undo: 'Deshacer',
  redo: 'Rehacer',
  bold: 'Negrita',
  italic: 'Cursiva',
  underline: 'Subrayado',
  strike: 'Tachado',
  code: 'Código',
  subscript: 'Subíndice',
  superscript: 'Superíndice',
  link: 'Enlace',
  kind: 'Tipo de texto',
  kindOfText: (kind) => `Tipo de texto: ${kind}`,
};
