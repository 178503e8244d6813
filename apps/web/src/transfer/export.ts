import { readTitle } from '@indelible/document';
import type { Carried, documentNode as readContent } from '@indelible/document/markdown';
import { copyText } from '@indelible/editor/controls';
import type { Provider } from '@indelible/provider';

import { words } from '../words/words.ts';
import { download, fileName } from './download.ts';
import { pictureAsData, pictureBytes } from './pictures.ts';
import { report, reportFailure } from './report.ts';

export type Format = 'markdown' | 'html' | 'docx';

const ENDINGS: Readonly<Record<Format, string>> = { markdown: 'md', html: 'html', docx: 'docx' };

/** Gives the reader the document as a file, and says what could not be carried. */
export async function exportDocument({ doc }: Provider, format: Format): Promise<void> {
  const { transfer, pages } = words();
  try {
    const { result, losses } = await write(doc, format);
    download(fileName(readTitle(doc), pages.untitled, ENDINGS[format]), result);
    await report(transfer.exported, losses);
  } catch {
    reportFailure(transfer.exportFailed, transfer.exportFailedDetail);
  }
}

/** Puts the document on the clipboard as Markdown. */
export async function copyAsMarkdown({ doc }: Provider): Promise<void> {
  const { transfer } = words();
  const { markdownOf } = await import('@indelible/document/markdown');
  const { result, losses } = markdownOf(doc);
  if (await copyText(result)) await report(transfer.copied, losses);
  else reportFailure(transfer.copyFailed, transfer.copyFailedDetail);
}

async function write(doc: Provider['doc'], format: Format): Promise<Carried<Blob>> {
  const { documentNode, markdownOf } = await import('@indelible/document/markdown');
  const title = readTitle(doc);
  switch (format) {
    case 'markdown': {
      const { result, losses } = markdownOf(doc);
      return { result: new Blob([result], { type: 'text/markdown;charset=utf-8' }), losses };
    }
    case 'html': {
      const { writeHtmlPage } = await import('@indelible/document/html');
      const { lang: language } = document.documentElement;
      const content = documentNode(doc);
      const formula = await formulasOf(content);
      const options = { title, language, picture: pictureAsData, ...formula };
      const { result, losses } = await writeHtmlPage(content, options);
      return { result: new Blob([result], { type: 'text/html;charset=utf-8' }), losses };
    }
    case 'docx': {
      const { writeDocx } = await import('@indelible/document/docx');
      return writeDocx(documentNode(doc), { title, picture: pictureBytes });
    }
  }
}

/** What sets formulas; nothing where there are none, or where it can't be fetched: then they are text, and reported. */
async function formulasOf(content: ReturnType<typeof readContent>) {
  let has = false;
  content.descendants(({ type }) => {
    has ||= type.name === 'inlineMath' || type.name === 'blockMath';
  });
  if (!has) return {};
  const math = await import('@indelible/editor/formulas').catch(() => null);
  return math === null ? {} : { formula: math.formulaAsMathMl };
}
