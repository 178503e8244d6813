/** The menu of what is needed seldom on a document's page. */
export const moreMenu = {
  label: 'More',
  appearance: 'Appearance',
  deleteDocument: 'Delete document',
};
