/** What was done to a document, and what couldn't be. */
export const changes = {
  deleted: (title: string) => `“${title}” deleted`,
  undo: 'Undo',
  couldNotDelete: (title: string) => `Couldn’t delete “${title}”`,
  couldNotBringBack: (title: string) => `Couldn’t bring back “${title}”`,
  nothingElse:
    'The server didn’t answer as it should. Nothing else has changed; try again in a moment.',
  couldNotCreate: 'Couldn’t make a new document',
  couldNotRename: 'Couldn’t rename the document',
  keepsOldTitle: 'It keeps its old title. Try again in a moment.',
  bringBack: 'Bring it back',
  couldNotRestore: 'Couldn’t bring the document back',
  goneForGood: 'The server doesn’t have it any more. The copy on this device is still here.',
  copyStillHere:
    'The server didn’t answer as it should. The copy on this device is still here; try again in a moment.',
};
