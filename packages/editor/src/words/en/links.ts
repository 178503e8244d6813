/** The form for links. */
export const links = {
  label: 'Link',
  address: 'Address',
  placeholder: 'Paste or type an address',
  refused: 'That isn’t an address the page can link to. Web, mail and phone addresses work.',
  add: 'Add',
  change: 'Change',
  open: 'Open',
  remove: 'Remove',
};
