import type { AppWords } from '../words.ts';

export const changes: AppWords['changes'] = {
  deleted: (title) => `«${title}» eliminado`,
  undo: 'Deshacer',
  couldNotDelete: (title) => `No se ha podido eliminar «${title}»`,
  couldNotBringBack: (title) => `No se ha podido recuperar «${title}»`,
  nothingElse:
    'El servidor no ha respondido como debía. No ha cambiado nada más; vuelve a intentarlo en un momento.',
  couldNotCreate: 'No se ha podido crear un documento nuevo',
  couldNotRename: 'No se ha podido cambiar el título',
  keepsOldTitle: 'Conserva el título anterior. Vuelve a intentarlo en un momento.',
  bringBack: 'Recuperarlo',
  couldNotRestore: 'No se ha podido recuperar el documento',
  goneForGood: 'El servidor ya no lo tiene. La copia de este dispositivo sigue aquí.',
  copyStillHere:
    'El servidor no ha respondido como debía. La copia de este dispositivo sigue aquí; vuelve a intentarlo en un momento.',
};
