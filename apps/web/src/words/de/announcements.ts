import type { AppWords } from '../words.ts';

export const announcements: AppWords['announcements'] = {
  failingKept:
    'Nicht gespeichert. Der Server kann nicht schreiben. Deine Worte liegen auf diesem Gerät.',
  failing: 'Nicht gespeichert. Der Server kann nicht schreiben. Lass diese Seite offen.',
  unkept: 'Nicht gespeichert. Lass diese Seite offen, bis die Verbindung wieder da ist.',
  connected: 'Verbunden.',
  notConnected: 'Nicht verbunden. Deine Worte liegen auf diesem Gerät.',
  disconnected: 'Getrennt. Deine Worte liegen auf diesem Gerät.',
};
