/** What a screen reader is told when the situation changes. */
export const announcements = {
  failingKept: 'Not saved. The server can’t write. Your words are kept on this device.',
  failing: 'Not saved. The server can’t write. Keep this page open.',
  unkept: 'Not saved. Keep this page open until the line is back.',
  connected: 'Connected.',
  notConnected: 'Not connected. Your words are kept on this device.',
  disconnected: 'Disconnected. Your words are kept on this device.',
};
