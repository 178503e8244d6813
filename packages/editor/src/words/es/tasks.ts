import type { EditorWords } from '../words.ts';

export const tasks: EditorWords['tasks'] = {
  done: (text) => `Hecha: ${text}`,
  open: (text) => `Pendiente: ${text}`,
  empty: 'tarea vacía',
};
