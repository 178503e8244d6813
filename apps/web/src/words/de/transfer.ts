import type { AppWords } from '../words.ts';

export const transfer: AppWords['transfer'] = {
  exportAs: 'Exportieren',
  exportTo: (format) => `Exportieren: ${format}`,
  markdown: 'Markdown',
  html: 'Webseite (HTML)',
  docx: 'Word (DOCX)',
  print: 'Drucken oder als PDF sichern',
  copyMarkdown: 'Als Markdown kopieren',
  importFile: 'Dateien als neue Dokumente importieren …',
  importShort: 'Importieren',
  exported: 'Exportiert.',
  imported: 'Importiert.',
  copied: 'Kopiert.',
  pasted: 'Eingefügt.',
  inserted: (names: readonly string[]) =>
    names.length === 1
      ? `Inhalt von „${names[0]}“ eingefügt.`
      : `Inhalt von ${names.length} Dateien eingefügt.`,
  attachInstead: 'Stattdessen anhängen',
  changed: (n: number) =>
    n === 1
      ? '1 Ding ließ sich nicht unverändert mitnehmen.'
      : `${n} Dinge ließen sich nicht unverändert mitnehmen.`,
  show: 'Anzeigen',
  reportTitle: 'Was sich nicht unverändert mitnehmen ließ',
  close: 'Schließen',
  example: (words: string) => `„${words}“`,
  exportFailed: 'Das Dokument konnte nicht exportiert werden',
  exportFailedDetail: 'Es ist unversehrt. Versuche es noch einmal.',
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt',
  copyFailedDetail: 'Exportiere es stattdessen als Markdown.',
  unreadable: (name: string) => `„${name}“ konnte nicht gelesen werden`,
  unreadableDetail:
    'Importiert werden können Markdown, Text, Webseiten und Word-Dokumente (.docx) bis 20 MB.',
  importFailed: (name: string) => `„${name}“ konnte nicht importiert werden`,
  importFailedDetail:
    'Der Server hat nicht geantwortet. Die Datei ist unversehrt; versuche es wieder, wenn er zurück ist.',
  losses: {
    emptyLine: (n: number) =>
      n === 1 ? '1 leere Zeile wurde weggelassen' : `${n} leere Zeilen wurden weggelassen`,
    listNumbering: (n: number) =>
      n === 1
        ? '1 Liste ist mit Ziffern statt Buchstaben nummeriert'
        : `${n} Listen sind mit Ziffern statt Buchstaben nummeriert`,
    columnWidth: (n: number) =>
      n === 1
        ? '1 Tabelle hat ihre Spaltenbreiten verloren'
        : `${n} Tabellen haben ihre Spaltenbreiten verloren`,
    tableAsHtml: (n: number) =>
      n === 1
        ? '1 Tabelle ist als HTML geschrieben, weil Markdown sie nicht ausdrücken kann'
        : `${n} Tabellen sind als HTML geschrieben, weil Markdown sie nicht ausdrücken kann`,
    blockAsHtml: (n: number) =>
      n === 1
        ? '1 Datei, Video oder eingebettete Seite ist als HTML geschrieben'
        : `${n} Dateien, Videos oder eingebettete Seiten sind als HTML geschrieben`,
    styleAsHtml: (n: number) =>
      n === 1
        ? '1 Farbe ist als HTML geschrieben, das manche Programme nicht zeigen'
        : `${n} Farben sind als HTML geschrieben, das manche Programme nicht zeigen`,
    inlineAsHtml: (n: number) =>
      n === 1
        ? '1 Erwähnung oder Datum ist als HTML geschrieben'
        : `${n} Erwähnungen oder Daten sind als HTML geschrieben`,
    inlineAsText: (n: number) =>
      n === 1
        ? '1 Erwähnung oder Datum wurde zu einfachem Text'
        : `${n} Erwähnungen oder Daten wurden zu einfachem Text`,
    pictureLinked: (n: number) =>
      n === 1 ? '1 Bild ist verlinkt statt enthalten' : `${n} Bilder sind verlinkt statt enthalten`,
    picture: (n: number) =>
      n === 1
        ? '1 Bild konnte nicht mitgenommen werden'
        : `${n} Bilder konnten nicht mitgenommen werden`,
    formula: (n: number) =>
      n === 1 ? '1 Formel ist als Text geschrieben' : `${n} Formeln sind als Text geschrieben`,
    toggle: (n: number) =>
      n === 1
        ? '1 aufklappbarer Abschnitt ist offen dargestellt'
        : `${n} aufklappbare Abschnitte sind offen dargestellt`,
    codeLanguage: (n: number) =>
      n === 1
        ? '1 Codeblock hat seine Sprache verloren'
        : `${n} Codeblöcke haben ihre Sprache verloren`,
    contents: (n: number) =>
      n === 1
        ? '1 Inhaltsverzeichnis wurde zur Liste'
        : `${n} Inhaltsverzeichnisse wurden zu Listen`,
    film: (n: number) => (n === 1 ? '1 Video ist nur verlinkt' : `${n} Videos sind nur verlinkt`),
    embed: (n: number) =>
      n === 1
        ? '1 eingebettete Seite wurde weggelassen oder nur verlinkt'
        : `${n} eingebettete Seiten wurden weggelassen oder nur verlinkt`,
    file: (n: number) => (n === 1 ? '1 Datei ist nur verlinkt' : `${n} Dateien sind nur verlinkt`),
    outOfPlace: (n: number) =>
      n === 1
        ? '1 Block steht nicht mehr in seinem Listenpunkt, Zitat oder Hinweis'
        : `${n} Blöcke stehen nicht mehr in ihren Listenpunkten, Zitaten oder Hinweisen`,
    tableLook: (n: number) =>
      n === 1
        ? '1 Tabelle hat Ausrichtungen oder seitliche Überschriften verloren'
        : `${n} Tabellen haben Ausrichtungen oder seitliche Überschriften verloren`,
    tooltip: (n: number) =>
      n === 1
        ? '1 Hinweis an einem Link oder Bild wurde weggelassen'
        : `${n} Hinweise an Links oder Bildern wurden weggelassen`,
    unsafeAddress: (n: number) =>
      n === 1
        ? '1 Adresse wurde weggelassen, weil es nicht sicher ist, sie zu öffnen'
        : `${n} Adressen wurden weggelassen, weil es nicht sicher ist, sie zu öffnen`,
    deepHeading: (n: number) =>
      n === 1
        ? '1 Überschrift unter der vierten Ebene wurde dorthin angehoben'
        : `${n} Überschriften unter der vierten Ebene wurden dorthin angehoben`,
    comment: (n: number) =>
      n === 1 ? '1 Kommentar wurde weggelassen' : `${n} Kommentare wurden weggelassen`,
    note: (n: number) =>
      n === 1 ? '1 Fußnote wurde weggelassen' : `${n} Fußnoten wurden weggelassen`,
    trackedChange: (n: number) =>
      n === 1
        ? '1 nachverfolgte Änderung wurde angenommen'
        : `${n} nachverfolgte Änderungen wurden angenommen`,
    pageFurniture: (n: number) =>
      n === 1
        ? '1 Kopf- oder Fußzeile wurde weggelassen'
        : `${n} Kopf- oder Fußzeilen wurden weggelassen`,
    drawing: (n: number) =>
      n === 1 ? '1 Zeichnung wurde weggelassen' : `${n} Zeichnungen wurden weggelassen`,
    formControl: (n: number) =>
      n === 1 ? '1 Formularfeld wurde weggelassen' : `${n} Formularfelder wurden weggelassen`,
    frontMatter: (n: number) =>
      n === 1
        ? 'Angaben am Anfang der Datei wurden weggelassen'
        : `Angaben am Anfang von ${n} Dateien wurden weggelassen`,
    unknown: (n: number) =>
      n === 1
        ? '1 hier Unbekanntes wurde weggelassen; seine Wörter sind erhalten'
        : `${n} hier unbekannte Dinge wurden weggelassen; ihre Wörter sind erhalten`,
  },
};
