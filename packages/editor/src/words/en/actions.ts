/** What the toolbar does. */
export const actions = {
  toolbar: 'Formatting',
  undo: 'Undo',
  redo: 'Redo',
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strike: 'Strikethrough',
  code: 'Code',
  subscript: 'Subscript',
  superscript: 'Superscript',
  link: 'Link',
  kind: 'Kind of text',
  kindOfText: (kind: string) => `Kind of text: ${kind}`,
};
