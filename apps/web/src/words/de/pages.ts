import type { AppWords } from '../words.ts';

export const pages: AppWords['pages'] = {
  untitled: 'Ohne Titel',
  allDocuments: 'Alle Dokumente',
  retry: 'Erneut versuchen',
  reload: 'Neu laden',
  messages: 'Mitteilungen',
  tabTitle: (title) => `${title} – Indelible`,
  noSuchPage: {
    title: 'Unter dieser Adresse ist nichts.',
    detail: 'Vielleicht ist der Link unvollständig. Deine Dokumente stehen in der Liste.',
  },
  stopped: {
    title: 'Diese Seite funktioniert nicht mehr.',
    detail:
      'Der Fehler liegt bei uns. Was du bisher geschrieben hast, liegt auf diesem Gerät und auf dem Server; nach dem Neuladen ist es wieder da.',
  },
  incompleteLink: {
    title: 'Dieser Link ist nicht vollständig.',
    detail:
      'Die Adresse eines Dokuments endet mit 22 Buchstaben und Ziffern. Bitte noch einmal um den Link, oder sieh in der Liste nach.',
  },
  failedToOpen: {
    title: 'Das Dokument ließ sich nicht öffnen.',
    detail:
      'Der Server hat nicht geantwortet, und auf diesem Gerät gibt es noch keine Kopie. Es ist nichts verloren: Alles Gespeicherte liegt auf dem Server. Sobald er erreichbar ist, wird es von selbst noch einmal versucht.',
  },
  opening: 'Das Dokument wird geöffnet …',
};
