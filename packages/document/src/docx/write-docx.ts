import type { Node } from '@tiptap/pm/model';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';

import { type Carried, LossCount } from '../transfer/losses.ts';
import { numbering } from './numbering.ts';
import { wordStyles } from './styles.ts';
import { BlockWriter, type Picture } from './write-blocks.ts';

/** What a Word file is made with. */
export interface DocxOptions {
  readonly title: string;
  /** A picture's bytes and its size in pixels; null if it can't be had, and is linked. */
  readonly picture: (src: string) => Promise<Picture | null>;
}

/** A document as a Word file. */
export async function writeDocx(content: Node, options: DocxOptions): Promise<Carried<Blob>> {
  const losses = new LossCount();
  const writer = new BlockWriter(options.picture, losses, content);
  const blocks = await writer.write(content);
  const title = new Paragraph({ text: options.title, heading: HeadingLevel.TITLE });
  const file = new Document({
    title: options.title,
    creator: 'Indelible',
    styles: wordStyles,
    numbering: { config: writer.numberings.map(numbering) },
    sections: [{ children: options.title === '' ? blocks : [title, ...blocks] }],
  });
  const bytes = await Packer.toArrayBuffer(file);
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { result: new Blob([bytes], { type }), losses: losses.all() };
}
