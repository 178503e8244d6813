import type { AppWords } from '../words.ts';

export const status: AppWords['status'] = {
  connected: 'Conectado',
  connectedMeans: 'Ves lo que escriben los demás mientras lo escriben.',
  overHttpMeans:
    'Ves lo que escriben los demás mientras lo escriben; de momento por HTTP simple, porque la vía más rápida no ha funcionado.',
  connecting: 'Conectando…',
  connectingMeans: 'Se está abriendo la conexión con el servidor.',
  reconnecting: 'Reconectando…',
  reconnectingIn: (seconds) => `Reconectando en ${seconds} s`,
  reconnectingMeans: 'La conexión con el servidor se ha cortado; se vuelve a intentar sola.',
  disconnected: 'Desconectado',
  disconnectedMeans: 'No hay conexión con el servidor ni se está intentando.',

  saved: 'Guardado',
  savedAgo: (ago) => `Guardado ${ago}`,
  savedOn: (date) => `Guardado el ${date}`,
  savedMeans: 'Todo lo que has escrito está en el disco del servidor.',
  allSavedMeans: 'Todo lo que hay en este documento está en el disco del servidor.',
  saving: 'Guardando…',
  savingMeans: 'Tus últimas palabras van camino del disco del servidor.',
  offline: 'Sin conexión – guardado en este dispositivo',
  offlineShort: 'Guardado en este dispositivo',
  offlineMeans:
    'Puedes seguir escribiendo: tus palabras se guardan en este dispositivo y llegarán al servidor cuando vuelva la conexión.',
  failingKept:
    'No guardado – el servidor no puede escribir; tus palabras están en este dispositivo',
  failingKeptShort: 'No guardado – está en este dispositivo',
  failingKeptMeans:
    'El servidor no puede escribir en su disco en este momento; lo sigue intentando y tus palabras están a salvo en este dispositivo.',
  failing: 'No guardado – el servidor no puede escribir; no cierres esta página',
  failingShort: 'No guardado – no cierres esta página',
  failingMeans:
    'Ni el servidor ni este dispositivo pueden escribir en este momento; tus últimas palabras solo están en esta página.',
  unkept: 'No guardado – no cierres esta página hasta que vuelva la conexión',
  unkeptShort: 'No guardado – no cierres esta página',
  unkeptMeans:
    'No hay conexión y este dispositivo no puede guardar tus últimas palabras; solo están en esta página hasta que vuelva la conexión.',

  lastSaved: 'Último guardado',
  notInThisVisit: 'no en esta visita',
  connectedSince: 'Conectado desde',
  notNow: 'ahora no',
  lastLost: 'Último corte',
};
