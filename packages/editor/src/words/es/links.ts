import type { EditorWords } from '../words.ts';

export const links: EditorWords['links'] = {
  label: 'Enlace',
  address: 'Dirección',
  placeholder: 'Pega o escribe una dirección',
  refused:
    'La página no puede enlazar a esa dirección. Sirven direcciones web, de correo y de teléfono.',
  add: 'Añadir',
  change: 'Cambiar',
  open: 'Abrir',
  remove: 'Quitar',
  to: (address) => `Enlace a ${address}`,
  copy: 'Copiar dirección',
  edit: 'Editar enlace',
  unlink: 'Quitar enlace',
  copied: 'Dirección copiada',
};
