import type { AppWords } from '../words.ts';

export const start: AppWords['start'] = {
  heading: 'Dokumente',
  list: 'Dokumente',
  newDocument: 'Neues Dokument',
  empty:
    'Ein Dokument ist eine Seite, auf der mehrere gleichzeitig schreiben können. Leg eines an und gib den Link an alle weiter, die mitschreiben sollen.',
  loading: 'Deine Dokumente werden geladen …',
  onThisDevice: 'auf diesem Gerät',
  lastEdited: (time) => `Zuletzt bearbeitet: ${time}`,
  moreFor: (title) => `Mehr zu „${title}“`,
  rename: 'Umbenennen',
  delete: 'Löschen',
  deleteKey: 'Entf',
  newTitleFor: (title) => `Neuer Titel für „${title}“`,
  stale:
    'Die Liste ist vielleicht nicht aktuell; sie erneuert sich, sobald der Server wieder antwortet.',
  failed:
    'Die Liste konnte nicht geladen werden: Der Server hat einen Fehler gemeldet. Deine Dokumente sind davon nicht betroffen. Es wird von selbst noch einmal versucht.',
  unreachable: 'Der Server ist nicht erreichbar.',
  someKept:
    'Diese Dokumente liegen auf diesem Gerät; du kannst sie öffnen und weiterschreiben. Alles wird zusammengeführt, sobald der Server wieder da ist.',
  noneKept:
    'Auf diesem Gerät liegt noch kein Dokument; was du öffnest, solange der Server da ist, wird hier aufbewahrt.',
};
