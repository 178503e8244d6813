import type { AppWords } from '../words.ts';

const list = new Intl.ListFormat('de');

export const byReturn: AppWords['byReturn'] = {
  label: 'Während du weg warst',
  dismiss: 'Schließen',
  paragraphsBy: (count, name) => `${count} ${count === 1 ? 'Absatz' : 'Absätze'} von ${name}`,
  paragraphsByOthers: (count) => `${count} ${count === 1 ? 'Absatz' : 'Absätze'} von anderen`,
  removed: (count) => `${count} ${count === 1 ? 'Absatz' : 'Absätze'} gelöscht`,
  whileAway: (parts) => `Während du weg warst: ${list.format(parts)}`,
};
