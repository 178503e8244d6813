import type { AppWords } from '../words.ts';

export const refusals: AppWords['refusals'] = {
  deleted: {
    title: 'Este documento se ha eliminado.',
    detail:
      'Lo que ves es la copia de este dispositivo. Se puede leer y copiar, y recuperar para todo el mundo.',
  },
  notFound: {
    title: 'No existe ese documento.',
    detail: 'Puede que el enlace esté incompleto o que el documento se haya eliminado.',
  },
  otherEpoch: {
    title: 'Este documento se ha sustituido en el servidor.',
    detail:
      'La copia de este dispositivo es del anterior y no se puede unir con el actual. Se queda aquí hasta que elijas qué hacer con ella.',
  },
  documentFull: {
    title: 'Este documento está lleno.',
    detail:
      'El servidor no admite más texto en él. Lo que has escrito está guardado en este dispositivo; continúa en un documento nuevo.',
  },
  clientTooOld: {
    title: 'Indelible se ha actualizado.',
    detail:
      'Esta página es más antigua que el documento. Recárgala para continuar; lo que has escrito se conserva.',
  },
  malformed: {
    title: 'El servidor no ha podido leer lo que ha enviado esta página.',
    detail:
      'Lo que has escrito está guardado en este dispositivo. Normalmente basta con recargar la página.',
  },
  forbidden: {
    title: 'No puedes abrir este documento.',
    detail: 'El servidor no te deja entrar. Habla con quien te pasó el enlace.',
  },
};
