import type { EditorWords } from '../words.ts';

export const insertions: EditorWords['insertions'] = {
  paragraph: { label: 'Text', aliases: 'Absatz' },
  heading: { label: (level) => `Überschrift ${level}`, aliases: 'Titel Abschnitt h' },
  bulletList: { label: 'Aufzählung', aliases: 'Liste Punkte' },
  orderedList: { label: 'Nummerierte Liste', aliases: 'Liste Nummern Ziffern' },
  taskList: { label: 'Aufgabenliste', aliases: 'Liste Kästchen Abhaken' },
  blockquote: { label: 'Zitat', aliases: 'zitieren' },
  codeBlock: { label: 'Codeblock', aliases: 'Quelltext Programm' },
  horizontalRule: { label: 'Trennlinie', aliases: 'Strich Linie' },
  table: { label: 'Tabelle', aliases: 'Raster Zeilen Spalten' },
  image: { label: 'Bild', aliases: 'Foto Grafik' },
  callout: { label: 'Hinweis', aliases: 'notiz tipp warnung gefahr kasten info' },
  details: { label: 'Aufklappbar', aliases: 'einklappen ausklappen details zuklappen' },
  file: { label: 'Datei', aliases: 'Anhang hochladen Dokument PDF' },
  video: { label: 'Video', aliases: 'Film Clip' },
  embed: { label: 'Einbettung', aliases: 'YouTube Vimeo Figma Player Webseite' },
  inlineMath: { label: 'Formel in der Zeile', aliases: 'mathe gleichung latex tex' },
  blockMath: { label: 'Formel', aliases: 'mathe gleichung latex tex abgesetzt' },
  tableOfContents: {
    label: 'Inhaltsverzeichnis',
    aliases: 'gliederung überschriften übersicht toc',
  },
  mention: { label: 'Erwähnen', aliases: 'Person Leute Seite Dokument' },
  date: { label: 'Datum', aliases: 'Tag Kalender heute morgen' },
  emoji: { label: 'Emoji', aliases: 'Smiley Gesicht Symbol' },
};
