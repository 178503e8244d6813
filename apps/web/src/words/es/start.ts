import type { AppWords } from '../words.ts';

export const start: AppWords['start'] = {
  heading: 'Documentos',
  list: 'Documentos',
  newDocument: 'Documento nuevo',
  empty:
    'Un documento es una página en la que varias personas pueden escribir a la vez. Crea uno y pasa su enlace a quienes vayan a escribir contigo.',
  loading: 'Cargando tus documentos…',
  onThisDevice: 'en este dispositivo',
  lastEdited: (time) => `Última edición: ${time}`,
  moreFor: (title) => `Más opciones para «${title}»`,
  rename: 'Cambiar título',
  delete: 'Eliminar',
  deleteKey: 'Supr',
  newTitleFor: (title) => `Título nuevo para «${title}»`,
  stale:
    'Puede que la lista no esté al día; se actualizará sola cuando el servidor vuelva a responder.',
  failed:
    'No se ha podido cargar la lista: el servidor ha respondido con un error. A tus documentos no les afecta. Se volverá a intentar solo.',
  unreachable: 'No se puede conectar con el servidor.',
  someKept:
    'Estos documentos están guardados en este dispositivo; puedes abrirlos y escribir, y todo se unirá cuando vuelva el servidor.',
  noneKept:
    'Todavía no hay ningún documento guardado en este dispositivo; lo estarán los que abras mientras el servidor responda.',
};
