import type { EditorWords } from '../words.ts';

export const moving: EditorWords['moving'] = {
  add: 'Añadir un bloque debajo',
  handle: 'Acciones del bloque; arrastra para moverlo',
  menu: 'Acciones del bloque',
  duplicate: 'Duplicar',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  copyLink: 'Copiar enlace al bloque',
  delete: 'Eliminar',
  turnInto: 'Convertir en',
  linkCopied: 'Enlace copiado',
  linkInBar: 'El enlace está en la barra de direcciones',
};
