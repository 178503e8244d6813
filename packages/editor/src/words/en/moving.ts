/** What is done with whole blocks. */
export const moving = {
  add: 'Add a block below',
  handle: 'Block actions; drag to move',
  menu: 'Block actions',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  copyLink: 'Copy link to block',
  delete: 'Delete',
  turnInto: 'Turn into',
  linkCopied: 'Link copied',
  linkInBar: 'The link is in the address bar',
};
