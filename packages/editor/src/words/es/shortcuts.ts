import type { EditorWords } from '../words.ts';

export const shortcuts: EditorWords['shortcuts'] = {
  inText: 'En el texto',
  link: 'Enlace en la selección',
  lineBreak: 'Línea nueva en el mismo párrafo',
  pastePlain: 'Pegar sin formato',
  toolbar: 'A la barra de herramientas',
  blocks: 'Bloques',
  choices: 'Lo que se puede elegir del enlace o bloque',
  further: 'Un nivel más adentro, en listas y código',
  back: 'Un nivel más afuera, en listas y código',
  leave: 'Salir de un recuadro hacia abajo; abrir o cerrar un desplegable',
  inTable: 'En una tabla',
  nextCell: 'Celda siguiente',
  previousCell: 'Celda anterior',
  selectCell: 'Seleccionar la celda y luego salir de la tabla',
  leaveBelow: 'Seguir escribiendo debajo',
  leaveAbove: 'Seguir escribiendo encima',
};
