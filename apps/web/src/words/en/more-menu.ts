/** The menu of what is needed seldom on a document's page. */
export const moreMenu = {
  label: 'More',
  deleteDocument: 'Delete document',
  toolbar: 'Formatting buttons',
  toolbarPlaces: { selection: 'Beside the selection', above: 'Always above the text' },
};
