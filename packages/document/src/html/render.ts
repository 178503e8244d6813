import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model';

import { escapeAttribute, escapeText } from './escape-html.ts';

/** What writes a node in another way than the schema says; undefined leaves it to the schema. */
export type RenderNode = (node: Node, inner: () => string) => string | undefined;

/**
 * A node and all that is in it as HTML, in the way the schema draws it, so that the schema can read it again.
 * Text is on one line: line feeds are written as references.
 */
export function renderNode(node: Node, special: RenderNode): string {
  const inner = (): string => renderChildren(node, special);
  const written = special(node, inner);
  if (written !== undefined) return written;
  const spec = node.type.spec.toDOM?.(node);
  return spec === undefined ? inner() : fill(spec, inner);
}

/** What is in a node, as HTML. */
export function renderChildren(node: Node, special: RenderNode): string {
  let html = '';
  let open: readonly Mark[] = [];
  node.forEach((child) => {
    const marks = linksFirst(child.marks);
    const kept = commonLength(open, marks);
    html += closing(open.slice(kept)) + opening(marks.slice(kept));
    open = marks;
    html += child.isText
      ? renderText(child.text ?? '', node.type.spec.code === true)
      : renderNode(child, special);
  });
  return html + closing(open);
}

/** Several spaces are one in HTML, but in code and where it is said otherwise. */
function renderText(text: string, isCode: boolean): string {
  const escaped = escapeText(text);
  if (isCode) return escaped.replaceAll('\n', '&#10;');
  return escaped
    .replaceAll('\n', ' ')
    .replaceAll(/[ \t]{2,}|\t/g, (spaces) => `<span data-spaces="">${spaces}</span>`);
}

/** A link around everything else stays one link where a part of it is bold. */
function linksFirst(marks: readonly Mark[]): readonly Mark[] {
  return [
    ...marks.filter(({ type }) => type.name === 'link'),
    ...marks.filter(({ type }) => type.name !== 'link'),
  ];
}

function commonLength(some: readonly Mark[], others: readonly Mark[]): number {
  let length = 0;
  for (const mark of some) {
    const other = others[length];
    if (other === undefined || !mark.eq(other)) break;
    length += 1;
  }
  return length;
}

const opening = (marks: readonly Mark[]): string => marks.map((mark) => tags(mark)[0]).join('');

const closing = (marks: readonly Mark[]): string =>
  [...marks]
    .reverse()
    .map((mark) => tags(mark)[1])
    .join('');

/** The tags before and after what a mark marks. */
export function tags(mark: Mark): [string, string] {
  const spec = mark.type.spec.toDOM?.(mark, true);
  if (spec === undefined) return ['', ''];
  const [before = '', after = ''] = fill(spec, () => '\0').split('\0');
  return [before, after];
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'col']);

function fill(spec: DOMOutputSpec, inner: () => string): string {
  if (typeof spec === 'string') return escapeText(spec);
  if (!Array.isArray(spec)) return '';
  const [tag, ...rest]: readonly unknown[] = spec;
  if (typeof tag !== 'string') return '';
  const [first, ...others] = rest;
  const attributes = isAttributes(first) ? first : {};
  const children = isAttributes(first) ? others : rest;
  const start = openTag(tag, attributes);
  if (VOID.has(tag)) return start;
  const content = children
    .filter((child) => child !== undefined && child !== null)
    .map((child) => (child === 0 ? inner() : fill(child as DOMOutputSpec, inner)))
    .join('');
  return `${start}${content}</${tag}>`;
}

/** A tag with its attributes; those without a value are left out. */
export function openTag(tag: string, attributes: Readonly<Record<string, unknown>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`);
  return `<${tag}${written.join('')}>`;
}

function isAttributes(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
