import type { EditorWords } from '../words.ts';

export const menus: EditorWords['menus'] = {
  emptyDocument: 'Schreib los, oder tippe / für Bausteine',
  emptyLine: '/ für Bausteine',
  label: { '/': 'Einfügen', ':': 'Emoji', '@': 'Erwähnen' },
  found: 'Passt am besten',
  recent: 'Zuletzt verwendet',
  groups: {
    text: 'Text',
    lists: 'Listen',
    structure: 'Aufbau',
    media: 'Medien',
    inline: 'In der Zeile',
  },
};
