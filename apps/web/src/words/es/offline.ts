import type { AppWords } from '../words.ts';

export const offline: AppWords['offline'] = {
  keepOffline: 'Conservar sin conexión',
  keptOffline: 'Disponible sin conexión',
  documentOnlyHere: 'solo en este dispositivo',
  changesOnlyHere: 'cambios que aún no están en el servidor',
  deletedHere: (title) => `«${title}» se borró aquí; en el servidor, cuando vuelva`,
  renameFailedDetail: 'Este dispositivo no pudo guardar el título nuevo. Conserva el anterior.',
  createFailedDetail:
    'El servidor no respondió y este navegador no guarda nada en este dispositivo. Inténtalo de nuevo en un momento.',
  notOnServer: 'No está en el servidor',
  notOnServerDetail:
    'Estas palabras están solo en este dispositivo. Se quedan aquí hasta que lleguen al servidor o las descartes.',
  onItsWay: 'creado en este dispositivo; llega al servidor por sí solo',
  reasons: {
    notFound: 'el documento se borró',
    otherEpoch: 'el documento fue sustituido por otro',
    clientTooOld: 'Indelible se actualizó; abre el documento y recarga la página',
    documentFull: 'el documento está lleno',
    malformed: 'el servidor no pudo leerlas',
    unauthenticated: 'el servidor ya no te deja entrar',
    forbidden: 'el servidor ya no te deja entrar',
  },
  unsentWords:
    'Algunas de tus palabras nunca llegaron al servidor. Se quedan en este dispositivo hasta que decidas qué hacer con ellas.',
  copyMarkdown: 'Copiar como Markdown',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar el texto',
  copyFailedDetail:
    'El navegador no deja que esta página escriba en el portapapeles. Abre el documento, selecciona el texto y cópialo tú.',
  saveAsNew: 'Guardar como documento nuevo',
  keepAsNew: 'Conservar mi copia como documento nuevo',
  saveAsNewFailed: 'No se pudo crear un documento con tu copia',
  stillHere:
    'Nada ha cambiado: tus palabras están donde estaban. Inténtalo de nuevo en un momento.',
  discard: 'Descartar',
  discardAndOpen: 'Descartar mi copia y abrir el actual',
  discardForGood: 'Descartar para siempre',
  keepThem: 'Conservar',
  discardFailed: 'No se pudo descartar tu copia',
  keeping: {
    text: 'Sin conexión – guardando en este dispositivo…',
    short: 'Guardando…',
    explanation: 'No hay conexión; tus últimas palabras se están escribiendo en este dispositivo.',
  },
  unkept: {
    full: {
      text: 'Sin guardar – deja esta página abierta: el dispositivo está lleno',
      short: 'Sin guardar – deja la página abierta',
      explanation:
        'No hay conexión y en este dispositivo ya no cabe lo último que escribiste. Vive en esta página hasta que vuelva la conexión o haya sitio.',
    },
    forbidden: {
      text: 'Sin guardar – deja esta página abierta: este navegador no guarda nada',
      short: 'Sin guardar – deja la página abierta',
      explanation:
        'No hay conexión y este navegador no guarda nada de este sitio (quizá sea una ventana privada). Lo último que escribiste vive en esta página hasta que vuelva la conexión.',
    },
  },
  notKeptHere: 'no en este dispositivo',
  notKept: {
    full: 'En este dispositivo ya no queda sitio, así que no se guarda aquí nada nuevo para cuando falte la conexión. Cuando haya sitio, sigue por sí solo.',
    forbidden:
      'Este navegador no guarda nada de este sitio (quizá sea una ventana privada); sin conexión, tus palabras viven solo en esta página.',
    failing: 'Este dispositivo no pudo guardarlas también ahora; lo intenta de nuevo por sí solo.',
  },
};
