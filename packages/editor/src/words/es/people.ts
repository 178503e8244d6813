import type { EditorWords } from '../words.ts';

export const people: EditorWords['people'] = {
  here: 'Quién está aquí',
  someone: 'Alguien',
  guest: 'Invitado',
  guestNamed: (name) => `${name} (invitado)`,
  self: (name) => `${name} (tú)`,
  changeSelf: (name) => `${name} (tú): cambiar nombre y color`,
  more: (names) => `Y ${names}`,
  you: 'Tú',
  yourName: 'Tu nombre',
  yourColor: 'Tu color',
  colors: {
    rose: 'Rosa',
    olive: 'Oliva',
    violet: 'Violeta',
    teal: 'Verde azulado',
    plum: 'Ciruela',
    sky: 'Celeste',
    green: 'Verde',
    mauve: 'Malva',
  },
};
