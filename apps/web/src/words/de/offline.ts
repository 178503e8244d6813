import type { AppWords } from '../words.ts';

export const offline: AppWords['offline'] = {
  keepOffline: 'Offline behalten',
  keptOffline: 'Offline verfügbar',
  documentOnlyHere: 'nur auf diesem Gerät',
  changesOnlyHere: 'Änderungen noch nicht auf dem Server',
  deletedHere: (title) => `„${title}“ hier gelöscht; auf dem Server, sobald er wieder da ist`,
  renameFailedDetail: 'Dieses Gerät konnte den neuen Titel nicht behalten. Der alte bleibt.',
  createFailedDetail:
    'Der Server antwortet nicht, und dieser Browser bewahrt auf diesem Gerät nichts auf. Versuche es gleich noch einmal.',
  notOnServer: 'Nicht auf dem Server',
  notOnServerDetail:
    'Diese Worte sind nur auf diesem Gerät. Sie bleiben hier, bis sie auf dem Server sind oder du sie verwirfst.',
  onItsWay: 'auf diesem Gerät angelegt; kommt von selbst auf den Server',
  reasons: {
    notFound: 'das Dokument wurde gelöscht',
    otherEpoch: 'das Dokument wurde durch ein anderes ersetzt',
    clientTooOld: 'Indelible wurde erneuert; öffne das Dokument und lade neu',
    documentFull: 'das Dokument ist voll',
    malformed: 'der Server konnte sie nicht lesen',
    unauthenticated: 'der Server lässt dich nicht mehr hinein',
    forbidden: 'der Server lässt dich nicht mehr hinein',
  },
  unsentWords:
    'Einige deiner Worte haben den Server nie erreicht. Sie bleiben auf diesem Gerät, bis du entscheidest, was aus ihnen wird.',
  copyMarkdown: 'Als Markdown kopieren',
  copied: 'Kopiert',
  copyFailed: 'Der Text ließ sich nicht kopieren',
  copyFailedDetail:
    'Der Browser lässt diese Seite nicht in die Zwischenablage schreiben. Öffne das Dokument, markiere den Text und kopiere ihn selbst.',
  saveAsNew: 'Als neues Dokument sichern',
  keepAsNew: 'Meine Kopie als neues Dokument behalten',
  saveAsNewFailed: 'Aus deiner Kopie ließ sich kein neues Dokument machen',
  stillHere:
    'Nichts hat sich geändert: Deine Worte sind, wo sie waren. Versuche es gleich noch einmal.',
  discard: 'Verwerfen',
  discardAndOpen: 'Meine Kopie verwerfen und das jetzige öffnen',
  discardForGood: 'Endgültig verwerfen',
  keepThem: 'Behalten',
  discardFailed: 'Deine Kopie ließ sich nicht verwerfen',
  keeping: {
    text: 'Offline – wird auf diesem Gerät gesichert …',
    short: 'Wird gesichert …',
    explanation:
      'Die Leitung ist unterbrochen; deine letzten Worte werden gerade auf dieses Gerät geschrieben.',
  },
  unkept: {
    full: {
      text: 'Nicht gespeichert – lass diese Seite offen: Dieses Gerät ist voll',
      short: 'Nicht gespeichert – Seite offen lassen',
      explanation:
        'Die Leitung ist unterbrochen, und auf diesem Gerät ist kein Platz mehr für deine letzten Worte. Sie sind nur in dieser Seite, bis die Leitung zurück oder wieder Platz ist.',
    },
    forbidden: {
      text: 'Nicht gespeichert – lass diese Seite offen: Dieser Browser bewahrt nichts auf',
      short: 'Nicht gespeichert – Seite offen lassen',
      explanation:
        'Die Leitung ist unterbrochen, und dieser Browser bewahrt für diese Seite nichts auf (vielleicht ein privates Fenster). Deine letzten Worte sind nur in dieser Seite, bis die Leitung zurück ist.',
    },
  },
  notKeptHere: 'nicht auf diesem Gerät',
  notKept: {
    full: 'Auf diesem Gerät ist kein Platz mehr, deshalb wird hier nichts Neues für Zeiten ohne Leitung aufbewahrt. Sobald Platz ist, geht es von selbst weiter.',
    forbidden:
      'Dieser Browser bewahrt für diese Seite nichts auf (vielleicht ein privates Fenster); ohne Leitung sind deine Worte nur in dieser Seite.',
    failing:
      'Dieses Gerät konnte sie gerade nicht auch aufbewahren; es versucht es von selbst wieder.',
  },
};
