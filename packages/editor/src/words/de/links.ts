import type { EditorWords } from '../words.ts';

export const links: EditorWords['links'] = {
  label: 'Link',
  address: 'Adresse',
  placeholder: 'Adresse einfügen oder eintippen',
  refused:
    'Auf diese Adresse kann die Seite nicht verweisen. Möglich sind Web-, Mail- und Telefonadressen.',
  add: 'Hinzufügen',
  change: 'Ändern',
  open: 'Öffnen',
  remove: 'Entfernen',
  to: (address) => `Link zu ${address}`,
  copy: 'Adresse kopieren',
  edit: 'Link bearbeiten',
  unlink: 'Link entfernen',
  copied: 'Adresse kopiert',
};
