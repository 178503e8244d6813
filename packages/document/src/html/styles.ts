import { all, isBlock, styleOf, unwrap, wrapInner } from './elements.ts';

/**
 * Makes of styles what has a meaning: bold, italic, underlined, struck, high and low, and where cells align. A tag
 * whose style takes its meaning back goes, such as the `b` around everything that Google Docs copies.
 */
export function marksOfStyles(body: HTMLElement): void {
  for (const element of all(body, '[style]')) {
    const style = styleOf(element);
    readAlign(element, style);
    readNumbering(element, style);
    if (isBlock(element) && element.nodeName !== 'P') continue;
    if (element.closest('pre') !== null) continue;
    for (const tag of marksIn(element, style)) wrapInner(element, tag);
    if (takesBack(element, style)) unwrap(element);
  }
  for (const span of all(body, 'font, acronym, big, small, form, center')) unwrap(span);
}

function marksIn(element: Element, style: ReadonlyMap<string, string>): string[] {
  const tags: string[] = [];
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (
    isBold(style.get('font-weight')) &&
    element.closest('b, strong, h1, h2, h3, h4, h5, h6, th') === null
  )
    tags.push('strong');
  if (style.get('font-style') === 'italic' && element.closest('i, em') === null) tags.push('em');
  if (
    line.includes('underline') &&
    element.closest('a, u') === null &&
    element.querySelector('a') === null
  )
    tags.push('u');
  if (line.includes('line-through') && element.closest('s, del, strike') === null) tags.push('s');
  const height = style.get('vertical-align');
  if (height === 'super' && element.closest('sup') === null) tags.push('sup');
  if (height === 'sub' && element.closest('sub') === null) tags.push('sub');
  return tags;
}

function isBold(weight: string | undefined): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function takesBack(element: Element, style: ReadonlyMap<string, string>): boolean {
  const weight = style.get('font-weight');
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  if (element.matches('b, strong')) return weight !== undefined && !isBold(weight);
  if (element.matches('i, em')) return style.get('font-style') === 'normal';
  return element.matches('u, s, del') && line === 'none';
}

const ALIGNS: ReadonlySet<string> = new Set(['left', 'center', 'right']);

function readAlign(element: Element, style: ReadonlyMap<string, string>): void {
  const align = style.get('text-align');
  if (element.matches('td, th') && align !== undefined && ALIGNS.has(align))
    element.setAttribute('align', align);
}

const NUMBERINGS: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

function readNumbering(element: Element, style: ReadonlyMap<string, string>): void {
  const type = NUMBERINGS[style.get('list-style-type') ?? ''];
  const list = element.matches('li') ? element.closest('ol') : element;
  if (type !== undefined && list?.nodeName === 'OL' && !list.hasAttribute('type'))
    list.setAttribute('type', type);
}
