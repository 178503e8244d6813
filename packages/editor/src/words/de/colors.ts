import type { EditorWords } from '../words.ts';

/** Colours, and what they are given to. */
export const colors: EditorWords['colors'] = {
  label: 'Farbe',
  text: 'Textfarbe',
  highlight: 'Hervorhebung',
  usual: 'Üblich',
  none: 'Keine',
  names: {
    gray: 'Grau',
    red: 'Rot',
    orange: 'Orange',
    yellow: 'Gelb',
    green: 'Grün',
    teal: 'Petrol',
    blue: 'Blau',
    purple: 'Lila',
    pink: 'Rosa',
  },
};
