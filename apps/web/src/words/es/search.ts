import type { AppWords } from '../words.ts';

export const search: AppWords['search'] = {
  label: 'Buscar documentos',
  placeholder: 'Buscar',
  searching: 'Buscando…',
  onlyTitles:
    'El servidor no ha podido buscar en los textos. Lo que ves se ha encontrado por el título.',
  more: 'Hay más documentos con estas palabras de los que se muestran. Con una palabra más saldrán menos.',
  found: (count) => (count === 1 ? '1 documento' : `${count} documentos`),
  nothing: (sought) =>
    `Ningún documento contiene «${sought}». Puede que lo que se acaba de escribir aún no aparezca.`,
  noTitle: (sought) => `Ningún título contiene «${sought}».`,
};
