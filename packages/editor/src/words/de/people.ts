import type { EditorWords } from '../words.ts';

export const people: EditorWords['people'] = {
  here: 'Wer hier ist',
  someone: 'Jemand',
  guest: 'Gast',
  guestNamed: (name) => `${name} (Gast)`,
  self: (name) => `${name} (du)`,
  changeSelf: (name) => `${name} (du): Namen und Farbe ändern`,
  more: (names) => `Und ${names}`,
  you: 'Du',
  yourName: 'Dein Name',
  yourColor: 'Deine Farbe',
  colors: {
    rose: 'Rosa',
    olive: 'Oliv',
    violet: 'Violett',
    teal: 'Petrol',
    plum: 'Pflaume',
    sky: 'Himmelblau',
    green: 'Grün',
    mauve: 'Malve',
  },
};
