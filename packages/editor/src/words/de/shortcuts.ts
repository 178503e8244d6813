import type { EditorWords } from '../words.ts';

export const shortcuts: EditorWords['shortcuts'] = {
  inText: 'Im Text',
  link: 'Link auf die Auswahl',
  lineBreak: 'Neue Zeile im selben Absatz',
  pastePlain: 'Ohne Formatierung einfügen',
  toolbar: 'Zur Werkzeugleiste',
  blocks: 'Blöcke',
  choices: 'Was sich am Link oder Block hier wählen lässt',
  further: 'Weiter nach innen, in Listen und Code',
  back: 'Weiter nach außen, in Listen und Code',
  leave: 'Kasten nach unten verlassen; Aufklappliste auf- oder zuklappen',
  inTable: 'In einer Tabelle',
  nextCell: 'Nächste Zelle',
  previousCell: 'Vorige Zelle',
  selectCell: 'Zelle auswählen, dann die Tabelle verlassen',
  leaveBelow: 'Darunter weiterschreiben',
  leaveAbove: 'Darüber weiterschreiben',
};
