import type { Node } from '@tiptap/pm/model';
import {
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  TextRun,
} from 'docx';

import { isSafeImageSource } from '../safe-url.ts';
import { calloutKinds } from '../schema/callout.ts';
import type { LossCount } from '../transfer/losses.ts';
import type { Numbering } from './numbering.ts';
import { calloutStyle, letterStyles, styleIds } from './styles.ts';
import { writeRuns } from './write-runs.ts';
import { losesLook, writeTable } from './write-table.ts';

/** A picture to be put into a file; its size is in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a page's width between its margins. */
const PAGE_WIDTH = 600;

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Where blocks stand: what their paragraphs look like, and in how many lists they are. */
interface Place {
  readonly format: IParagraphOptions;
  readonly depth: number;
}

const TOP: Place = { format: {}, depth: 0 };

/** Writes blocks, and remembers how the lists among them count. */
export class BlockWriter {
  readonly numberings: Numbering[] = [];
  readonly #picture: (src: string) => Promise<Picture | null>;
  readonly #losses: LossCount;
  readonly #document: Node;

  constructor(
    picture: (src: string) => Promise<Picture | null>,
    losses: LossCount,
    document: Node,
  ) {
    this.#picture = picture;
    this.#losses = losses;
    this.#document = document;
  }

  /** What is in a node, as Word's paragraphs and tables. */
  async write(parent: Node, place: Place = TOP): Promise<(Paragraph | FileChild)[]> {
    const written: (Paragraph | FileChild)[] = [];
    for (const child of parent.children) written.push(...(await this.#block(child, place)));
    return written;
  }

  async #block(node: Node, place: Place): Promise<(Paragraph | FileChild)[]> {
    const isLine = node.type.name === 'paragraph';
    const isList = node.type.name.endsWith('List');
    // Only paragraphs say what they are in, and lists which lists they are in.
    if (!isLine && place !== TOP && !(isList && place.depth > 0))
      this.#losses.note('outOfPlace', node.textContent);
    switch (node.type.name) {
      case 'paragraph':
        return [this.#line(node, place.format)];
      case 'heading':
        return [
          this.#line(node, {
            heading: HEADINGS[Number(node.attrs['level']) - 1] ?? HeadingLevel.HEADING_4,
          }),
        ];
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
        return this.#list(node, place);
      case 'blockquote':
        return this.write(node, { ...place, format: { style: styleIds.quote } });
      case 'callout': {
        const kind = calloutKinds.find((known) => known === node.attrs['kind']) ?? 'note';
        return this.write(node, { ...place, format: { style: calloutStyle(kind) } });
      }
      case 'details':
        this.#losses.note('toggle', node.firstChild?.textContent);
        return [
          this.#line(node.child(0), { style: styleIds.summary }),
          ...(await this.write(node.child(1), place)),
        ];
      case 'codeBlock':
        if (node.attrs['language'] !== null)
          this.#losses.note('codeLanguage', node.attrs['language']);
        return [code(node)];
      case 'horizontalRule':
        return [new Paragraph({ thematicBreak: true })];
      case 'blockMath':
        this.#losses.note('formula', node.attrs['latex']);
        return [
          new Paragraph({ style: styleIds.formula, text: String(node.attrs['latex'] ?? '') }),
        ];
      case 'tableOfContents':
        return this.#contents();
      case 'table':
        if (losesLook(node)) this.#losses.note('tableLook', node.textContent);
        return [await writeTable(node, (cell) => this.write(cell))];
      case 'image':
        return this.#image(node);
      default:
        return this.#medium(node);
    }
  }

  #line(node: Node, format: IParagraphOptions): Paragraph {
    return new Paragraph({ ...format, children: writeRuns(node, this.#losses) });
  }

  async #list(list: Node, place: Place): Promise<(Paragraph | FileChild)[]> {
    const written: (Paragraph | FileChild)[] = [];
    const level = Math.min(place.depth, 8);
    const counted = list.type.name === 'orderedList' ? this.#numbering('ordered', list) : null;
    for (const item of list.children) {
      const kind = item.attrs['checked'] === true ? 'done' : 'open';
      const reference =
        counted ?? this.#numbering(list.type.name === 'taskList' ? kind : 'bullet', list);
      const inside: Place = {
        depth: place.depth + 1,
        format: { style: styleIds.continued, indent: { left: 440 * (level + 1) } },
      };
      const first = item.firstChild;
      if (first !== null) written.push(this.#line(first, { numbering: { reference, level } }));
      for (const child of item.children.slice(1))
        written.push(...(await this.#block(child, inside)));
    }
    return written;
  }

  /** Each numbered list counts on its own; all others share their signs. */
  #numbering(kind: Numbering['kind'], list: Node): string {
    const { start, type }: Record<string, unknown> = list.attrs;
    const reference = kind === 'ordered' ? `ordered-${this.numberings.length}` : kind;
    if (!this.numberings.some((known) => known.reference === reference))
      this.numberings.push({
        reference,
        kind,
        start: typeof start === 'number' ? start : 1,
        type: typeof type === 'string' ? type : null,
      });
    return reference;
  }

  #contents(): Paragraph[] {
    this.#losses.note('contents');
    const lines: Paragraph[] = [];
    this.#document.descendants((node) => {
      const level = Number(node.attrs['level']);
      if (node.type.name === 'heading')
        lines.push(new Paragraph({ text: node.textContent, indent: { left: 240 * (level - 1) } }));
    });
    return lines;
  }

  async #image(node: Node): Promise<Paragraph[]> {
    const { src, alt, width, title }: Record<string, unknown> = node.attrs;
    if (typeof title === 'string') this.#losses.note('tooltip', title);
    const caption = node.childCount === 0 ? [] : [this.#line(node, { style: styleIds.caption })];
    if (typeof src !== 'string' || !isSafeImageSource(src)) {
      this.#losses.note('unsafeAddress', src);
      return caption;
    }
    const picture = await this.#picture(src);
    const name = typeof alt === 'string' && alt !== '' ? alt : src;
    if (picture === null) {
      this.#losses.note('pictureLinked', name);
      return [linked(src, name), ...caption];
    }
    const wanted = typeof width === 'number' ? width : picture.width;
    const shown = Math.min(wanted, PAGE_WIDTH);
    const run = new ImageRun({
      type:
        picture.type === 'jpeg'
          ? 'jpg'
          : picture.type === 'gif'
            ? 'gif'
            : picture.type === 'bmp'
              ? 'bmp'
              : 'png',
      data: picture.bytes,
      transformation: {
        width: shown,
        height: Math.round((picture.height / picture.width) * shown),
      },
      altText: { name, description: typeof alt === 'string' ? alt : '', title: '' },
    });
    return [new Paragraph({ children: [run] }), ...caption];
  }

  /** Files, films and pages of others are links; what else there may be is its words. */
  #medium(node: Node): Paragraph[] {
    const { src, name }: Record<string, unknown> = node.attrs;
    const kinds = { file: 'file', video: 'film', embed: 'embed' } as const;
    const kind = Object.entries(kinds).find(([type]) => type === node.type.name)?.[1];
    const isSafe = typeof src === 'string' && isSafeImageSource(src);
    this.#losses.note(
      kind === undefined ? 'unknown' : isSafe ? kind : 'unsafeAddress',
      name ?? src,
    );
    if (!isSafe) return node.textContent === '' ? [] : [new Paragraph(node.textContent)];
    return [linked(src, typeof name === 'string' && name !== '' ? name : src)];
  }
}

function linked(src: string, name: string): Paragraph {
  const run = new TextRun({ text: name, style: 'Hyperlink' });
  return new Paragraph({ children: [new ExternalHyperlink({ link: src, children: [run] })] });
}

function code(node: Node): Paragraph {
  const runs = node.textContent
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, style: letterStyles.code, ...(index === 0 ? {} : { break: 1 }) }),
    );
  return new Paragraph({ style: styleIds.code, children: runs });
}
