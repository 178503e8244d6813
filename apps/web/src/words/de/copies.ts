import type { AppWords } from '../words.ts';

export const copies: AppWords['copies'] = {
  keep: 'Meine Kopie als neues Dokument behalten',
  couldNotKeep: 'Aus deiner Kopie ließ sich kein neues Dokument machen',
  stillHere:
    'Der Server hat nicht wie erwartet geantwortet. Deine Kopie liegt noch auf diesem Gerät; versuch es gleich noch einmal.',
  copyText: 'Text kopieren',
  copied: 'Kopiert',
  couldNotCopy: 'Der Text ließ sich nicht kopieren',
  copyYourself:
    'Der Browser lässt diese Seite nicht in die Zwischenablage schreiben. Markiere den Text auf der Seite und kopiere ihn selbst.',
  discard: 'Meine Kopie verwerfen und das aktuelle öffnen',
  couldNotDiscard: 'Deine Kopie ließ sich nicht verwerfen',
  notDiscarded:
    'Der Browser hat sie nicht freigegeben. Es hat sich nichts geändert; versuch es noch einmal, oder lösche im Browser die Daten dieser Website.',
};
