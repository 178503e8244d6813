import type { MarkdownDocument } from '../markdown/read-markdown.ts';
import { FoundPictures } from './found-pictures.ts';
import type { Carried } from './losses.ts';

/** What a file says, what of it could not be carried, and the pictures in it, which have no addresses yet. */
export interface ReadFile extends Carried<MarkdownDocument> {
  readonly pictures: FoundPictures;
}

/** Bytes of a file that is read; a document of that much text could not be worked with. */
const MAX_BYTES = 20_000_000;

/** Reads a Markdown, text, HTML or Word file by its name; null if it is none, or can't be read. */
export async function readFile(file: File): Promise<ReadFile | null> {
  if (file.size > MAX_BYTES) return null;
  const pictures = new FoundPictures();
  if (/\.docx$/i.test(file.name)) {
    const { readDocx } = await import('../docx/read-docx.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readDocx(bytes, async (found, name) => pictures.keep(found, name));
    return read === null ? null : { ...read, pictures };
  }
  if (/\.html?$/i.test(file.name)) {
    const { readForeignHtml } = await import('../paste/clean-paste.ts');
    const { result, losses } = readForeignHtml(await file.text(), pictures);
    return { result: { content: result, title: null }, losses, pictures };
  }
  if (!/\.(?:md|markdown|txt)$/i.test(file.name)) return null;
  const { readMarkdown } = await import('../markdown/read-markdown.ts');
  return { ...readMarkdown(await file.text()), pictures };
}
