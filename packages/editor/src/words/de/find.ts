import type { EditorWords } from '../words.ts';

export const find: EditorWords['find'] = {
  label: 'In diesem Dokument suchen',
  words: 'Suchen',
  matchCase: 'Groß- und Kleinschreibung',
  wholeWords: 'Ganze Wörter',
  isPattern: 'Regulärer Ausdruck',
  previous: 'Vorige Stelle',
  next: 'Nächste Stelle',
  replace: 'Ersetzen …',
  close: 'Schließen',
  replacement: 'Ersetzen durch',
  replaceOne: 'Ersetzen',
  replaceAll: 'Alle',
  replaced: (count) => (count === 1 ? '1 Stelle ersetzt' : `${count} Stellen ersetzt`),
  none: 'Nichts gefunden',
  count: (count) => `${count} gefunden`,
  number: (number, count) => `${number} von ${count}`,
  invalid: (detail) => `Kein regulärer Ausdruck: ${detail}`,
  slow: 'Dieser Ausdruck braucht zu lange. Versuche einen einfacheren.',
  failed: 'Die Suche ließ sich nicht laden. Versuche es gleich noch einmal.',
};
