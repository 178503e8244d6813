import type { AppWords } from '../words.ts';

export const choices: AppWords['choices'] = {
  appearance: 'Apariencia',
  themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
  language: 'Idioma',
  couldNotSpeak: 'No se ha podido cambiar el idioma',
  stays:
    'No se han podido cargar sus palabras. La página se queda como está; vuelve a intentarlo en un momento.',
};
