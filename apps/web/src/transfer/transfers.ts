import type { Provider } from '@indelible/provider';

import { chooseFiles } from './choose-files.ts';
import type { Format } from './export.ts';

/** The ways out of a document, and the way in. What converts is fetched when somebody takes one. */
export function transfersOf(provider: Provider) {
  const write = (format: Format) => () =>
    void import('./export.ts').then(({ exportDocument }) => exportDocument(provider, format));
  return {
    markdown: write('markdown'),
    html: write('html'),
    docx: write('docx'),
    print: printSoon,
    copyMarkdown: () =>
      void import('./export.ts').then(({ copyAsMarkdown }) => copyAsMarkdown(provider)),
    importFile: chooseFiles,
  };
}

/** After what it was chosen in has gone. */
function printSoon(): void {
  requestAnimationFrame(() => print());
}
