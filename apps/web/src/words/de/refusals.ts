import type { AppWords } from '../words.ts';

export const refusals: AppWords['refusals'] = {
  deleted: {
    title: 'Dieses Dokument wurde gelöscht.',
    detail:
      'Du siehst die Kopie auf diesem Gerät. Sie lässt sich lesen und kopieren und für alle zurückholen.',
  },
  notFound: {
    title: 'Dieses Dokument gibt es nicht.',
    detail: 'Vielleicht ist der Link unvollständig, oder das Dokument wurde gelöscht.',
  },
  otherEpoch: {
    title: 'Dieses Dokument wurde auf dem Server ersetzt.',
    detail:
      'Die Kopie auf diesem Gerät gehört zum früheren und lässt sich mit dem jetzigen nicht zusammenführen. Sie bleibt hier, bis du entscheidest, was aus ihr wird.',
  },
  documentFull: {
    title: 'Dieses Dokument ist voll.',
    detail:
      'Der Server nimmt dafür keinen Text mehr an. Was du geschrieben hast, liegt auf diesem Gerät; schreib in einem neuen Dokument weiter.',
  },
  clientTooOld: {
    title: 'Indelible wurde aktualisiert.',
    detail:
      'Diese Seite ist älter als das Dokument. Lade sie neu, um weiterzuschreiben; deine Worte bleiben erhalten.',
  },
  malformed: {
    title: 'Der Server konnte nicht lesen, was diese Seite geschickt hat.',
    detail:
      'Was du geschrieben hast, liegt auf diesem Gerät. Meist hilft es, die Seite neu zu laden.',
  },
  forbidden: {
    title: 'Du kannst dieses Dokument nicht öffnen.',
    detail: 'Der Server lässt dich nicht hinein. Frag die Person, von der du den Link hast.',
  },
};
