import type { EditorWords } from '../words.ts';

export const moving: EditorWords['moving'] = {
  add: 'Block darunter einfügen',
  handle: 'Blockaktionen; zum Verschieben ziehen',
  menu: 'Blockaktionen',
  duplicate: 'Duplizieren',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  copyLink: 'Link zum Block kopieren',
  delete: 'Löschen',
  turnInto: 'Umwandeln in',
  linkCopied: 'Link kopiert',
  linkInBar: 'Der Link steht in der Adresszeile',
};
