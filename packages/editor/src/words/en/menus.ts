/** The menus that open where somebody types, and what stands on empty lines. */
export const menus = {
  emptyDocument: 'Write, or type / for blocks',
  emptyLine: '/ for blocks',
  label: { '/': 'Insert', ':': 'Emoji', '@': 'Mention' },
  found: 'Best matches',
  recent: 'Recently used',
  groups: {
    text: 'Text',
    lists: 'Lists',
    structure: 'Structure',
    media: 'Media',
    inline: 'In the line',
  },
};
