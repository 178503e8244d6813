/** What can become of a copy on this device that belongs to an earlier document. */
export const copies = {
  keep: 'Keep my copy as a new document',
  couldNotKeep: 'Couldn’t make a new document of your copy',
  stillHere:
    'The server didn’t answer as it should. Your copy is still on this device; try again in a moment.',
  copyText: 'Copy text',
  copied: 'Copied',
  couldNotCopy: 'Couldn’t copy the text',
  copyYourself:
    'The browser doesn’t let this page write to the clipboard. Select the text on the page and copy it yourself.',
  discard: 'Discard my copy and open the current one',
  couldNotDiscard: 'Couldn’t discard your copy',
  notDiscarded:
    'The browser didn’t let go of it. Nothing has changed; try again, or clear this site’s data in the browser.',
};
