import type { AppWords } from '../words.ts';

const list = new Intl.ListFormat('es');

export const byReturn: AppWords['byReturn'] = {
  label: 'Mientras no estabas',
  dismiss: 'Cerrar',
  paragraphsBy: (count, name) => `${count} ${count === 1 ? 'párrafo' : 'párrafos'} de ${name}`,
  paragraphsByOthers: (count) =>
    `${count} ${count === 1 ? 'párrafo' : 'párrafos'} de otras personas`,
  removed: (count) => `${count} ${count === 1 ? 'párrafo borrado' : 'párrafos borrados'}`,
  whileAway: (parts) => `Mientras no estabas: ${list.format(parts)}`,
};
