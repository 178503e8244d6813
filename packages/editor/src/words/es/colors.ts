import type { EditorWords } from '../words.ts';

/** Colours, and what they are given to. */
export const colors: EditorWords['colors'] = {
  label: 'Color',
  text: 'Color del texto',
  highlight: 'Resaltado',
  usual: 'Habitual',
  none: 'Ninguno',
  names: {
    gray: 'Gris',
    red: 'Rojo',
    orange: 'Naranja',
    yellow: 'Amarillo',
    green: 'Verde',
    teal: 'Turquesa',
    blue: 'Azul',
    purple: 'Morado',
    pink: 'Rosa',
  },
};
