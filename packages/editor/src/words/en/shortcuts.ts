/** What the list of keys calls what no menu has a name for. */
export const shortcuts = {
  inText: 'In the text',
  link: 'Link on the selection',
  lineBreak: 'New line in the same paragraph',
  pastePlain: 'Paste without formatting',
  toolbar: 'To the toolbar',
  blocks: 'Blocks',
  choices: 'What can be chosen about the link or block here',
  further: 'Further in, in lists and code',
  back: 'Further out, in lists and code',
  leave: 'Leave a box downwards; open or close a toggle',
  inTable: 'In a table',
  nextCell: 'Next cell',
  previousCell: 'Previous cell',
  selectCell: 'Select the cell, then leave the table',
  leaveBelow: 'Go on writing below',
  leaveAbove: 'Go on writing above',
};
