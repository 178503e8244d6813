import type { LossKind } from '@indelible/document/markdown';

/** Exporting, importing, and what could not be carried. */
export const transfer = {
  exportAs: 'Export',
  exportTo: (format: string) => `Export: ${format}`,
  markdown: 'Markdown',
  html: 'Web page (HTML)',
  docx: 'Word (DOCX)',
  print: 'Print or save as PDF',
  copyMarkdown: 'Copy as Markdown',
  importFile: 'Import files as new documents…',
  importShort: 'Import',
  exported: 'Exported.',
  imported: 'Imported.',
  copied: 'Copied.',
  pasted: 'Pasted.',
  inserted: (names: readonly string[]) =>
    names.length === 1
      ? `Inserted what “${names[0]}” says.`
      : `Inserted what ${names.length} files say.`,
  attachInstead: 'Attach instead',
  changed: (n: number) =>
    n === 1
      ? '1 thing could not be taken along as it is.'
      : `${n} things could not be taken along as they are.`,
  show: 'Show',
  reportTitle: 'What could not be taken along as it is',
  close: 'Close',
  example: (words: string) => `“${words}”`,
  exportFailed: 'The document couldn’t be exported',
  exportFailedDetail: 'It is unharmed. Try again.',
  copyFailed: 'The browser did not let it be copied',
  copyFailedDetail: 'Export it as Markdown instead.',
  unreadable: (name: string) => `“${name}” couldn’t be read`,
  unreadableDetail:
    'Markdown, text, web pages and Word documents (.docx) of up to 20 MB can be imported.',
  importFailed: (name: string) => `“${name}” couldn’t be imported`,
  importFailedDetail: 'The server didn’t answer. The file is unharmed; try again when it is back.',
  losses: {
    emptyLine: (n: number) =>
      n === 1 ? '1 empty line was left out' : `${n} empty lines were left out`,
    listNumbering: (n: number) =>
      n === 1
        ? '1 list is numbered with figures, not letters'
        : `${n} lists are numbered with figures, not letters`,
    columnWidth: (n: number) =>
      n === 1 ? '1 table lost its column widths' : `${n} tables lost their column widths`,
    tableAsHtml: (n: number) =>
      n === 1
        ? '1 table is written as HTML, for Markdown’s tables can’t say it'
        : `${n} tables are written as HTML, for Markdown’s tables can’t say them`,
    blockAsHtml: (n: number) =>
      n === 1
        ? '1 file, video or embedded page is written as HTML'
        : `${n} files, videos or embedded pages are written as HTML`,
    styleAsHtml: (n: number) =>
      n === 1
        ? '1 colour is written as HTML, which some programs don’t show'
        : `${n} colours are written as HTML, which some programs don’t show`,
    inlineAsHtml: (n: number) =>
      n === 1
        ? '1 mention or date is written as HTML'
        : `${n} mentions or dates are written as HTML`,
    inlineAsText: (n: number) =>
      n === 1 ? '1 mention or date became plain text' : `${n} mentions or dates became plain text`,
    pictureLinked: (n: number) =>
      n === 1 ? '1 picture is linked, not included' : `${n} pictures are linked, not included`,
    picture: (n: number) =>
      n === 1 ? '1 picture could not be taken along' : `${n} pictures could not be taken along`,
    formula: (n: number) =>
      n === 1 ? '1 formula is written as text' : `${n} formulas are written as text`,
    toggle: (n: number) => (n === 1 ? '1 toggle is shown open' : `${n} toggles are shown open`),
    codeLanguage: (n: number) =>
      n === 1 ? '1 code block lost its language' : `${n} code blocks lost their language`,
    contents: (n: number) =>
      n === 1 ? '1 table of contents became a list' : `${n} tables of contents became lists`,
    film: (n: number) => (n === 1 ? '1 video is only linked' : `${n} videos are only linked`),
    embed: (n: number) =>
      n === 1
        ? '1 embedded page was left out or only linked'
        : `${n} embedded pages were left out or only linked`,
    file: (n: number) => (n === 1 ? '1 file is only linked' : `${n} files are only linked`),
    outOfPlace: (n: number) =>
      n === 1
        ? '1 block came out of its list item, quote or callout'
        : `${n} blocks came out of their list items, quotes or callouts`,
    tableLook: (n: number) =>
      n === 1
        ? '1 table lost alignments or side headings'
        : `${n} tables lost alignments or side headings`,
    tooltip: (n: number) =>
      n === 1
        ? '1 hint on a link or picture was left out'
        : `${n} hints on links or pictures were left out`,
    unsafeAddress: (n: number) =>
      n === 1
        ? '1 address that isn’t safe to open was left out'
        : `${n} addresses that aren’t safe to open were left out`,
    deepHeading: (n: number) =>
      n === 1
        ? '1 heading below the fourth level moved up to it'
        : `${n} headings below the fourth level moved up to it`,
    comment: (n: number) => (n === 1 ? '1 comment was left out' : `${n} comments were left out`),
    note: (n: number) => (n === 1 ? '1 footnote was left out' : `${n} footnotes were left out`),
    trackedChange: (n: number) =>
      n === 1 ? '1 tracked change was accepted' : `${n} tracked changes were accepted`,
    pageFurniture: (n: number) =>
      n === 1 ? '1 header or footer was left out' : `${n} headers or footers were left out`,
    drawing: (n: number) => (n === 1 ? '1 drawing was left out' : `${n} drawings were left out`),
    formControl: (n: number) =>
      n === 1 ? '1 form field was left out' : `${n} form fields were left out`,
    frontMatter: (n: number) =>
      n === 1
        ? 'Details at the top of the file were left out'
        : `Details at the top of ${n} files were left out`,
    unknown: (n: number) =>
      n === 1
        ? '1 thing unknown here was left out; its words were kept'
        : `${n} things unknown here were left out; their words were kept`,
  } satisfies Record<LossKind, (n: number) => string>,
};
