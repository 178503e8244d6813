import type { EditorWords } from '../words.ts';

export const actions: EditorWords['actions'] = {
  toolbar: 'Formatierung',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  bold: 'Fett',
  italic: 'Kursiv',
  underline: 'Unterstrichen',
  strike: 'Durchgestrichen',
  code: 'Code',
  subscript: 'Tiefgestellt',
  superscript: 'Hochgestellt',
  link: 'Link',
  kind: 'Art des Textes',
  kindOfText: (kind) => `Art des Textes: ${kind}`,
};
