/** The list of headings. */
export const outline = {
  label: 'Outline',
  close: 'Close outline',
  empty: 'Headings will be listed here.',
};
