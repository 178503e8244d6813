import type { EditorWords } from '../words.ts';

export const mentions: EditorWords['mentions'] = {
  people: 'Personas',
  documents: 'Documentos',
  dates: 'Fechas',
  untitled: 'Sin título',
  noDate: 'Sin fecha',
  chooseDate: 'Elegir un día',
  monthBefore: 'Mes anterior',
  monthAfter: 'Mes siguiente',
};
