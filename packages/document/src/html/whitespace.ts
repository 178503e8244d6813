import { isBlock, unwrap } from './elements.ts';

/**
 * Collapses white space as a browser does when it lays out a page, so that what is read afterwards can be taken
 * letter by letter. Text in `pre` and in `span[data-spaces]` stays as it is.
 */
export function collapseSpaces(root: HTMLElement): void {
  const walk: Walk = { last: null, atStart: true };
  visit(root, walk);
  endLine(walk);
  for (const span of root.querySelectorAll('span[data-spaces]')) unwrap(span);
  root.normalize();
}

/** What stands in a line like a letter. */
const ATOMS = 'img, input, [data-spaces], span[data-latex], span[data-mention], time';

interface Walk {
  /** The last text of this line; a space at its end goes if the line ends. */
  last: Text | null;
  /** Whether a space here would be the first, or the second, of a line. */
  atStart: boolean;
}

function visit(node: Node, walk: Walk): void {
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 3) visitText(child as Text, walk);
    else if (child.nodeType === 1) visitElement(child as Element, walk);
  }
}

function visitElement(element: Element, walk: Walk): void {
  const name = element.nodeName.toLowerCase();
  if (name === 'pre') return endLine(walk);
  if (name === 'br') return endLine(walk);
  if (element.matches(ATOMS)) {
    walk.last = null;
    walk.atStart = false;
    return;
  }
  if (!isBlock(element)) return visit(element, walk);
  endLine(walk);
  visit(element, walk);
  endLine(walk);
}

function endLine(walk: Walk): void {
  if (walk.last !== null) walk.last.data = walk.last.data.replace(/ $/, '');
  walk.last = null;
  walk.atStart = true;
}

function visitText(text: Text, walk: Walk): void {
  let data = text.data.replaceAll(/[ \t\n\r\f]+/g, ' ');
  if (walk.atStart) data = data.replace(/^ /, '');
  if (data === '') return text.remove();
  text.data = data;
  walk.last = text;
  walk.atStart = data.endsWith(' ');
}
