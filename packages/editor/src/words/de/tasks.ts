import type { EditorWords } from '../words.ts';

export const tasks: EditorWords['tasks'] = {
  done: (text) => `Erledigt: ${text}`,
  open: (text) => `Zu tun: ${text}`,
  empty: 'leere Aufgabe',
};
