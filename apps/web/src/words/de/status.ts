import type { AppWords } from '../words.ts';

export const status: AppWords['status'] = {
  connected: 'Verbunden',
  connectedMeans: 'Du siehst, was andere schreiben, während sie es schreiben.',
  overHttpMeans:
    'Du siehst, was andere schreiben, während sie es schreiben – vorerst über einfaches HTTP, weil der schnellere Weg nicht durchkam.',
  connecting: 'Verbindet …',
  connectingMeans: 'Die Verbindung zum Server wird hergestellt.',
  reconnecting: 'Verbindet erneut …',
  reconnectingIn: (seconds) => `Neuer Versuch in ${seconds} s`,
  reconnectingMeans:
    'Die Verbindung zum Server ist unterbrochen; es wird von selbst noch einmal versucht.',
  disconnected: 'Getrennt',
  disconnectedMeans: 'Es gibt keine Verbindung zum Server, und es wird auch keine versucht.',

  saved: 'Gespeichert',
  savedAgo: (ago) => `Gespeichert ${ago}`,
  savedOn: (date) => `Gespeichert am ${date}`,
  savedMeans: 'Alles, was du geschrieben hast, liegt auf der Festplatte des Servers.',
  allSavedMeans: 'Alles in diesem Dokument liegt auf der Festplatte des Servers.',
  saving: 'Wird gespeichert …',
  savingMeans: 'Deine letzten Worte sind auf dem Weg zur Festplatte des Servers.',
  offline: 'Offline – auf diesem Gerät aufbewahrt',
  offlineShort: 'Auf diesem Gerät aufbewahrt',
  offlineMeans:
    'Du kannst weiterschreiben: Deine Worte liegen auf diesem Gerät und gehen an den Server, sobald die Verbindung wieder da ist.',
  failingKept:
    'Nicht gespeichert – der Server kann nicht schreiben; deine Worte liegen auf diesem Gerät',
  failingKeptShort: 'Nicht gespeichert – auf diesem Gerät aufbewahrt',
  failingKeptMeans:
    'Der Server kann gerade nicht auf seine Festplatte schreiben; er versucht es weiter, und deine Worte sind auf diesem Gerät sicher.',
  failing: 'Nicht gespeichert – der Server kann nicht schreiben; lass diese Seite offen',
  failingShort: 'Nicht gespeichert – lass diese Seite offen',
  failingMeans:
    'Weder der Server noch dieses Gerät kann gerade schreiben; deine letzten Worte gibt es nur auf dieser Seite.',
  unkept: 'Nicht gespeichert – lass diese Seite offen, bis die Verbindung wieder da ist',
  unkeptShort: 'Nicht gespeichert – lass diese Seite offen',
  unkeptMeans:
    'Die Verbindung ist unterbrochen, und dieses Gerät kann deine letzten Worte nicht aufbewahren; bis sie wieder da ist, gibt es sie nur auf dieser Seite.',

  lastSaved: 'Zuletzt gespeichert',
  notInThisVisit: 'nicht in diesem Besuch',
  connectedSince: 'Verbunden seit',
  notNow: 'gerade nicht',
  lastLost: 'Zuletzt unterbrochen',
};
