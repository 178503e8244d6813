import type { AppWords } from '../words.ts';

export const choices: AppWords['choices'] = {
  appearance: 'Aussehen',
  themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  couldNotSpeak: 'Die Sprache ließ sich nicht wechseln',
  stays:
    'Ihre Wörter ließen sich nicht laden. Die Seite bleibt, wie sie ist; versuch es gleich noch einmal.',
};
