import type { AppWords } from '../words.ts';

export const changes: AppWords['changes'] = {
  deleted: (title) => `„${title}“ gelöscht`,
  undo: 'Rückgängig',
  couldNotDelete: (title) => `„${title}“ ließ sich nicht löschen`,
  couldNotBringBack: (title) => `„${title}“ ließ sich nicht zurückholen`,
  nothingElse:
    'Der Server hat nicht wie erwartet geantwortet. Sonst hat sich nichts geändert; versuch es gleich noch einmal.',
  couldNotCreate: 'Ein neues Dokument ließ sich nicht anlegen',
  couldNotRename: 'Das Dokument ließ sich nicht umbenennen',
  keepsOldTitle: 'Es behält seinen alten Titel. Versuch es gleich noch einmal.',
  bringBack: 'Zurückholen',
  couldNotRestore: 'Das Dokument ließ sich nicht zurückholen',
  goneForGood: 'Der Server hat es nicht mehr. Die Kopie auf diesem Gerät ist noch da.',
  copyStillHere:
    'Der Server hat nicht wie erwartet geantwortet. Die Kopie auf diesem Gerät ist noch da; versuch es gleich noch einmal.',
};
