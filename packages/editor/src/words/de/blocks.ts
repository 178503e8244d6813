import type { EditorWords } from '../words.ts';

/** What blocks say of themselves. */
export const blocks: EditorWords['blocks'] = {
  callout: {
    label: 'Art des Hinweises',
    kinds: { note: 'Notiz', tip: 'Tipp', warning: 'Warnung', danger: 'Gefahr' },
  },
  toggle: {
    open: (line: string) => `Aufklappen: ${line || 'Abschnitt'}`,
    close: (line: string) => `Zuklappen: ${line || 'Abschnitt'}`,
  },
  code: {
    language: 'Sprache',
    plain: 'Reiner Text',
    wrap: 'Lange Zeilen umbrechen',
    copy: 'Code kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser hat das Kopieren nicht zugelassen',
  },
  math: {
    formula: 'Formel',
    inline: 'Formel in der Zeile',
    block: 'Formel in eigener Zeile',
    latex: 'Formel in LaTeX',
    insert: 'Einfügen',
    change: 'Ändern',
    remove: 'Entfernen',
    empty: 'Leere Formel',
    preview: 'Vorschau',
    wrong: (near: string) =>
      near === ''
        ? 'Das lässt sich noch nicht lesen: Am Ende fehlt etwas'
        : `Das lässt sich noch nicht lesen, bei „${near}“`,
  },
  contents: {
    label: 'Inhalt',
    none: 'Hier erscheinen die Überschriften dieses Dokuments.',
  },
};
