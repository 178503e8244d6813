/** The form for links, and the card beside one. */
export const links = {
  label: 'Link',
  address: 'Address',
  placeholder: 'Paste or type an address',
  refused: 'That isn’t an address the page can link to. Web, mail and phone addresses work.',
  add: 'Add',
  change: 'Change',
  open: 'Open',
  remove: 'Remove',
  to: (address: string) => `Link to ${address}`,
  copy: 'Copy address',
  edit: 'Edit link',
  unlink: 'Unlink',
  copied: 'Address copied',
};
