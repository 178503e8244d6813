import { Fragment, type Node } from '@tiptap/pm/model';

import { calloutKinds } from '../schema/callout.ts';
import { schema } from '../schema/schema.ts';
import type { LossCount } from '../transfer/losses.ts';
import { nameOf } from './colors.ts';
import { joinBlocks, type Piece } from './join-blocks.ts';
import type { Parts } from './parts.ts';
import { type ReadPicture, RunReader } from './read-runs.ts';
import { calloutStyle, styleIds } from './styles.ts';
import { attributeOf, childOf, childrenOf, isOn, valueOf, within } from './xml.ts';

/** Tables in tables that are read; deeper ones only fill memory. */
const MAX_DEPTH = 20;

/** Reads paragraphs and tables. */
export class BlockReader {
  /** What the paragraph of the title says. */
  title: string | null = null;
  readonly #parts: Parts;
  readonly #losses: LossCount;
  readonly #runs: RunReader;

  constructor(parts: Parts, losses: LossCount, picture: ReadPicture) {
    this.#parts = parts;
    this.#losses = losses;
    this.#runs = new RunReader(parts, losses, picture);
  }

  /** What is in a body or a cell, paragraph by paragraph. */
  read(parent: Element, depth = 0): Piece[] {
    if (depth > MAX_DEPTH) return [];
    return childrenOf(parent).flatMap((child) => {
      switch (child.localName) {
        case 'p':
          return this.#paragraph(child);
        case 'tbl':
          return this.#table(child, depth);
        case 'sdt':
          return this.read(childOf(child, 'sdtContent') ?? child, depth + 1);
        case 'ins':
        case 'customXml':
          return this.read(child, depth + 1);
        default:
          return [];
      }
    });
  }

  #paragraph(paragraph: Element): Piece[] {
    const format = childOf(paragraph, 'pPr');
    const id = valueOf(format, 'pStyle');
    const style = this.#parts.style(id);
    const { words, pictures } = this.#runs.read(paragraph);
    const images = pictures.map((node): Piece => ({ kind: 'block', node }));
    if (words.length === 0 && within(paragraph, 'pBdr') !== null && images.length === 0)
      return [{ kind: 'block', node: schema.node('horizontalRule') }];
    if (style.name === 'title' && this.title === null) {
      this.title = words.map((node) => node.textContent).join('');
      return images;
    }
    if (words.length === 0) return images;
    return [...images, this.#piece(id, style, words, format)];
  }

  #piece(
    id: string | null,
    style: ReturnType<Parts['style']>,
    words: Node[],
    format: Element | null,
  ): Piece {
    const text = words.map((node) => (node.isText ? node.text : '\n')).join('');
    const line = (): Node => schema.node('paragraph', null, Fragment.fromArray(trimmed(words)));
    if (
      id === styleIds.code ||
      /^(?:code|source code|html preformatted|plain text)/.test(style.name)
    )
      return { kind: 'code', text, isWhole: id === styleIds.code };
    if (id === styleIds.formula)
      return { kind: 'block', node: schema.node('blockMath', { latex: text }) };
    if (style.heading > 0) {
      if (style.heading > 4) this.#losses.note('deepHeading', text);
      const flat = words.filter(({ type }) => type.name !== 'hardBreak');
      const attrs = { level: Math.min(style.heading, 4) };
      return {
        kind: 'block',
        node: schema.node('heading', attrs, Fragment.fromArray(trimmed(flat))),
      };
    }
    const list = childOf(format, 'numPr') ?? style.list;
    const number = valueOf(list, 'numId');
    if (number !== null && number !== '0') {
      const depth = Number(valueOf(list, 'ilvl') ?? 0);
      return {
        kind: 'item',
        depth,
        list: number,
        level: this.#parts.level(number, depth),
        node: line(),
      };
    }
    if (id === styleIds.continued) {
      const depth = Math.round(Number(attributeOf(childOf(format, 'ind'), 'left')) / 440) - 1;
      return { kind: 'continued', depth, node: line() };
    }
    const callout = calloutKinds.find((kind) => calloutStyle(kind) === id);
    if (callout !== undefined) return { kind: 'callout', callout, node: line() };
    if (/^(?:intense )?quote$/.test(style.name)) return { kind: 'quote', node: line() };
    if (/^caption$/.test(style.name))
      return { kind: 'caption', words: trimmed(words), node: line() };
    return { kind: 'block', node: line() };
  }

  #table(table: Element, depth: number): Piece[] {
    const rows = childrenOf(table, 'tr');
    const open = new Map<number, { span: number; cell: CellParts }>();
    const made = rows.map((row) => this.#row(row, open, depth));
    const nodes = made
      .map((cells) => cells.map((cell) => cellNode(cell)))
      .filter((cells) => cells.length > 0)
      .map((cells) => schema.node('tableRow', null, cells));
    return nodes.length === 0 ? [] : [{ kind: 'block', node: schema.node('table', null, nodes) }];
  }

  #row(
    row: Element,
    open: Map<number, { span: number; cell: CellParts }>,
    depth: number,
  ): CellParts[] {
    const isHeader = isOn(childOf(row, 'trPr'), 'tblHeader');
    const cells: CellParts[] = [];
    let column = 0;
    for (const element of childrenOf(row, 'tc')) {
      const format = childOf(element, 'tcPr');
      const span = Math.min(Math.max(Number(valueOf(format, 'gridSpan') ?? 1) || 1, 1), 100);
      const merge = childOf(format, 'vMerge');
      const above = open.get(column);
      if (merge !== null && attributeOf(merge, 'val') !== 'restart' && above !== undefined) {
        above.cell.rowspan += 1;
      } else {
        const cell: CellParts = {
          isHeader,
          colspan: span,
          rowspan: 1,
          background: nameOf(attributeOf(childOf(format, 'shd'), 'fill') ?? '', 'paper'),
          content: joinBlocks(this.read(element, depth + 1)),
        };
        cells.push(cell);
        if (merge === null) open.delete(column);
        else open.set(column, { span, cell });
      }
      column += span;
    }
    return cells;
  }
}

interface CellParts {
  readonly isHeader: boolean;
  readonly colspan: number;
  rowspan: number;
  readonly background: string | null;
  readonly content: Node[];
}

function cellNode({ isHeader, colspan, rowspan, background, content }: CellParts): Node {
  const blocks = content.length > 0 ? content : [schema.node('paragraph')];
  return schema.node(
    isHeader ? 'tableHeader' : 'tableCell',
    { colspan, rowspan, background },
    blocks,
  );
}

/** Breaks at the end of a paragraph are Word's way to make space. */
function trimmed(words: readonly Node[]): Node[] {
  let end = words.length;
  while (end > 0 && words[end - 1]?.type.name === 'hardBreak') end -= 1;
  return words.slice(0, end);
}
