import type { AppWords } from '../words.ts';

export const search: AppWords['search'] = {
  label: 'Dokumente durchsuchen',
  placeholder: 'Suchen',
  searching: 'Wird gesucht …',
  onlyTitles:
    'Der Server konnte die Texte gerade nicht durchsuchen. Was du siehst, wurde am Titel gefunden.',
  more: 'Diese Wörter stehen in mehr Dokumenten, als hier gezeigt werden. Mit einem Wort mehr werden es weniger.',
  found: (count) => (count === 1 ? '1 Dokument' : `${count} Dokumente`),
  nothing: (sought) =>
    `Kein Dokument enthält „${sought}“. Was eben erst geschrieben wurde, wird vielleicht noch nicht gefunden.`,
  noTitle: (sought) => `Kein Titel enthält „${sought}“.`,
};
