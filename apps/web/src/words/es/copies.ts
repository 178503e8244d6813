import type { AppWords } from '../words.ts';

export const copies: AppWords['copies'] = {
  keep: 'Conservar mi copia como documento nuevo',
  couldNotKeep: 'No se ha podido crear un documento nuevo con tu copia',
  stillHere:
    'El servidor no ha respondido como debía. Tu copia sigue en este dispositivo; vuelve a intentarlo en un momento.',
  copyText: 'Copiar texto',
  copied: 'Copiado',
  couldNotCopy: 'No se ha podido copiar el texto',
  copyYourself:
    'El navegador no deja que esta página escriba en el portapapeles. Selecciona el texto en la página y cópialo tú.',
  discard: 'Descartar mi copia y abrir el actual',
  couldNotDiscard: 'No se ha podido descartar tu copia',
  notDiscarded:
    'El navegador no la ha soltado. No ha cambiado nada; vuelve a intentarlo o borra los datos de este sitio en el navegador.',
};
