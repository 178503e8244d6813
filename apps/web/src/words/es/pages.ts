import type { AppWords } from '../words.ts';

export const pages: AppWords['pages'] = {
  untitled: 'Sin título',
  allDocuments: 'Todos los documentos',
  retry: 'Reintentar',
  reload: 'Recargar',
  messages: 'Mensajes',
  tabTitle: (title) => `${title} – Indelible`,
  noSuchPage: {
    title: 'No hay nada en esta dirección.',
    detail: 'Puede que el enlace esté incompleto. Tus documentos están en la lista.',
  },
  stopped: {
    title: 'Esta página ha dejado de funcionar.',
    detail:
      'El fallo es nuestro. Lo que habías escrito está guardado en este dispositivo y en el servidor; al recargar volverá a aparecer.',
  },
  incompleteLink: {
    title: 'Este enlace no está completo.',
    detail:
      'La dirección de un documento termina en 22 letras y cifras. Pide el enlace otra vez o búscalo en la lista.',
  },
  failedToOpen: {
    title: 'No se ha podido abrir este documento.',
    detail:
      'El servidor no ha respondido y este dispositivo todavía no tiene ninguna copia. No se ha perdido nada: lo que se guardó está en el servidor. Se volverá a intentar solo en cuanto el servidor esté disponible.',
  },
  opening: 'Abriendo el documento…',
};
