import type { EditorWords } from '../words.ts';

export const outline: EditorWords['outline'] = {
  label: 'Gliederung',
  close: 'Gliederung schließen',
  empty: 'Hier stehen später die Überschriften.',
};
