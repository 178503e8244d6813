/** The line in the bar: how the line to the server is, and what has become of one's own words. */
export const status = {
  connected: 'Connected',
  connectedMeans: 'You see what others write as they write it.',
  overHttpMeans:
    'You see what others write as they write it, over plain HTTP for now, because the faster way did not get through.',
  connecting: 'Connecting…',
  connectingMeans: 'The line to the server is being opened.',
  reconnecting: 'Reconnecting…',
  reconnectingIn: (seconds: number) => `Reconnecting in ${seconds} s`,
  reconnectingMeans: 'The line to the server is down; it is tried again by itself.',
  disconnected: 'Disconnected',
  disconnectedMeans: 'There is no line to the server, and none is being tried.',

  saved: 'Saved',
  savedAgo: (ago: string) => `Saved ${ago}`,
  savedOn: (date: string) => `Saved ${date}`,
  savedMeans: 'Everything you wrote is on the server’s disk.',
  allSavedMeans: 'Everything in this document is on the server’s disk.',
  saving: 'Saving…',
  savingMeans: 'Your latest words are on their way to the server’s disk.',
  offline: 'Offline – kept on this device',
  offlineShort: 'Kept on this device',
  offlineMeans:
    'You can go on writing: your words are kept on this device and go to the server when the line is back.',
  failingKept: 'Not saved – the server can’t write; your words are kept on this device',
  failingKeptShort: 'Not saved – kept on this device',
  failingKeptMeans:
    'The server can’t write to its disk at the moment; it goes on trying, and your words are safe on this device.',
  failing: 'Not saved – the server can’t write; keep this page open',
  failingShort: 'Not saved – keep this page open',
  failingMeans:
    'The server can’t write to its disk at the moment and neither can this device; your latest words live in this page.',
  unkept: 'Not saved – keep this page open until the line is back',
  unkeptShort: 'Not saved – keep this page open',
  unkeptMeans:
    'The line is down and this device can’t keep your latest words; they live in this page until the line is back.',

  lastSaved: 'Last saved',
  notInThisVisit: 'not in this visit',
  connectedSince: 'Connected since',
  notNow: 'not now',
  lastLost: 'Line last lost',
};
