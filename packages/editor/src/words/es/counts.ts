import type { EditorWords } from '../words.ts';

export const counts: EditorWords['counts'] = {
  label: 'Extensión del texto',
  words: (count, inFull) => (count === 1 ? '1 palabra' : `${inFull} palabras`),
  selectedWords: (selected, all) => `${selected} de ${all} palabras`,
  minutes: (minutes) => `${minutes} min`,
  document: 'Documento',
  selection: 'Selección',
  row: {
    words: 'Palabras',
    characters: 'Caracteres',
    withoutSpaces: 'Sin espacios',
    reading: 'Tiempo de lectura',
  },
};
