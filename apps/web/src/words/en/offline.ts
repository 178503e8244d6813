/** Documents on this device, and what of them is not on the server. */
export const offline = {
  keepOffline: 'Keep offline',
  keptOffline: 'Kept offline',
  documentOnlyHere: 'only on this device',
  changesOnlyHere: 'changes not on the server yet',
  deletedHere: (title: string) => `“${title}” deleted here; on the server when it is back`,
  renameFailedDetail: 'This device couldn’t keep the new title. It keeps its old one.',
  createFailedDetail:
    'The server didn’t answer, and this browser keeps nothing on this device. Try again in a moment.',
  notOnServer: 'Not on the server',
  notOnServerDetail:
    'These words are on this device only. They stay here until they are on the server or you discard them.',
  onItsWay: 'made on this device; it goes to the server by itself',
  reasons: {
    notFound: 'the document was deleted',
    otherEpoch: 'the document was replaced by another one',
    clientTooOld: 'Indelible was updated; open the document and reload',
    documentFull: 'the document is full',
    malformed: 'the server couldn’t read them',
    unauthenticated: 'the server doesn’t let you in any more',
    forbidden: 'the server doesn’t let you in any more',
  },
  unsentWords:
    'Some of your words never reached the server. They stay on this device until you choose what becomes of them.',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  copyFailed: 'Couldn’t copy the text',
  copyFailedDetail:
    'The browser doesn’t let this page write to the clipboard. Open the document, select its text and copy it yourself.',
  saveAsNew: 'Save as a new document',
  keepAsNew: 'Keep my copy as a new document',
  saveAsNewFailed: 'Couldn’t make a new document of your copy',
  stillHere: 'Nothing has changed: your words are where they were. Try again in a moment.',
  discard: 'Discard',
  discardAndOpen: 'Discard my copy and open the current one',
  discardForGood: 'Discard for good',
  keepThem: 'Keep',
  discardFailed: 'Couldn’t discard your copy',
  keeping: {
    text: 'Offline – keeping on this device…',
    short: 'Keeping…',
    explanation: 'The line is down; your latest words are being written to this device.',
  },
  unkept: {
    full: {
      text: 'Not saved – keep this page open: this device is full',
      short: 'Not saved – keep this page open',
      explanation:
        'The line is down, and there is no room left on this device for your latest words. They live in this page until the line is back or there is room.',
    },
    forbidden: {
      text: 'Not saved – keep this page open: this browser keeps nothing',
      short: 'Not saved – keep this page open',
      explanation:
        'The line is down, and this browser keeps nothing for this site (a private window, perhaps). Your latest words live in this page until the line is back.',
    },
  },
  notKeptHere: 'not kept on this device',
  notKept: {
    full: 'There is no room left on this device, so nothing new is kept here for times without a line. Once there is room, it goes on by itself.',
    forbidden:
      'This browser keeps nothing for this site (a private window, perhaps), so without a line your words live only in this page.',
    failing: 'This device couldn’t keep them as well just now; it tries again by itself.',
  },
};
