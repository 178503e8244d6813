import type { Archive } from './archive.ts';
import { attributeOf, childOf, childrenOf, valueOf, within } from './xml.ts';

/** How a level of a list counts. */
export interface ListLevel {
  readonly kind: 'bullet' | 'open' | 'done' | 'ordered';
  readonly start: number;
  readonly type: string | null;
}

/** What a document's other parts say about its paragraphs. */
export interface Parts {
  /** A paragraph style's name in small letters, and the heading's level it stands for; 0 is none. */
  readonly style: (id: string | null) => {
    readonly name: string;
    readonly heading: number;
    readonly list: Element | null;
  };
  readonly level: (list: string, level: number) => ListLevel;
  /** The address or the name of the part that a relation leads to. */
  readonly target: (relation: string | null) => string | null;
}

/** Reads styles, numberings and relations. */
export function readParts(archive: Archive): Parts {
  const styles = new Map<string, Element>();
  for (const style of childrenOf(archive.xml('word/styles.xml')?.documentElement, 'style'))
    styles.set(attributeOf(style, 'styleId') ?? '', style);
  const targets = new Map<string, string>();
  for (const relation of childrenOf(archive.xml('word/_rels/document.xml.rels')?.documentElement))
    targets.set(attributeOf(relation, 'Id') ?? '', attributeOf(relation, 'Target') ?? '');
  return {
    style: (id) => readStyle(id, styles),
    level: readNumbering(archive.xml('word/numbering.xml')?.documentElement ?? null),
    target: (relation) => targets.get(relation ?? '') ?? null,
  };
}

function readStyle(id: string | null, styles: ReadonlyMap<string, Element>) {
  const name = (valueOf(styles.get(id ?? ''), 'name') ?? id ?? '').toLowerCase();
  let heading = headingOf(name);
  let list: Element | null = null;
  let next = id;
  // A style is based on others, in a chain that hostile files could close.
  for (let step = 0; step < 10 && next !== null; step += 1) {
    const style = styles.get(next);
    const format = childOf(style, 'pPr');
    const outline = valueOf(format, 'outlineLvl');
    if (heading === 0) heading = headingOf(valueOf(style, 'name')?.toLowerCase() ?? '');
    if (heading === 0 && outline !== null && Number(outline) < 9) heading = Number(outline) + 1;
    list ??= childOf(format, 'numPr');
    next = valueOf(style, 'basedOn');
  }
  return { name, heading, list };
}

const headingOf = (name: string): number => Number(/^heading (\d)$/.exec(name)?.[1] ?? 0);

const TYPES: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

function readNumbering(root: Element | null): Parts['level'] {
  const kinds = new Map<string, Element>();
  for (const kind of childrenOf(root, 'abstractNum'))
    kinds.set(attributeOf(kind, 'abstractNumId') ?? '', kind);
  const lists = new Map<string, Element>();
  for (const list of childrenOf(root, 'num')) lists.set(attributeOf(list, 'numId') ?? '', list);
  return (id, level) => {
    const list = lists.get(id);
    const own = childrenOf(list, 'lvlOverride').find(
      (found) => attributeOf(found, 'ilvl') === String(level),
    );
    const kind = kinds.get(valueOf(list, 'abstractNumId') ?? '');
    const found =
      (own === undefined ? null : childOf(own, 'lvl')) ??
      childrenOf(kind, 'lvl').find((candidate) => attributeOf(candidate, 'ilvl') === String(level));
    const start = valueOf(own, 'startOverride') ?? valueOf(found, 'start');
    const format = valueOf(found, 'numFmt') ?? 'bullet';
    const sign = valueOf(found, 'lvlText') ?? '';
    if (format !== 'bullet' && format !== 'none')
      return { kind: 'ordered', start: Number(start ?? 1), type: TYPES[format] ?? null };
    if (/[☐□]/.test(sign)) return { kind: 'open', start: 1, type: null };
    return { kind: /[☑☒✓✔]/.test(sign) ? 'done' : 'bullet', start: 1, type: null };
  };
}

/** What the document itself says. */
export function bodyOf(archive: Archive): Element | null {
  const document = archive.xml('word/document.xml');
  return document === null ? null : within(document.documentElement, 'body');
}
