import type { EditorWords } from '../words.ts';

export const find: EditorWords['find'] = {
  label: 'Buscar en este documento',
  words: 'Buscar',
  matchCase: 'Mayúsculas y minúsculas',
  wholeWords: 'Palabras completas',
  isPattern: 'Expresión regular',
  previous: 'Anterior',
  next: 'Siguiente',
  replace: 'Reemplazar…',
  close: 'Cerrar',
  replacement: 'Reemplazar por',
  replaceOne: 'Reemplazar',
  replaceAll: 'Todo',
  replaced: (count) => (count === 1 ? '1 lugar reemplazado' : `${count} lugares reemplazados`),
  none: 'Sin resultados',
  count: (count) => (count === 1 ? '1 resultado' : `${count} resultados`),
  number: (number, count) => `${number} de ${count}`,
  invalid: (detail) => `No es una expresión regular: ${detail}`,
  slow: 'Esta expresión tarda demasiado. Prueba con otra más sencilla.',
  failed: 'No se pudo cargar la búsqueda. Inténtalo de nuevo en un momento.',
};
