import { isSafeHref, isSafeImageSource } from '../safe-url.ts';
import type { FoundPictures } from '../transfer/found-pictures.ts';
import type { LossCount } from '../transfer/losses.ts';
import { keepKnownAttributes } from './attributes.ts';
import { all, isBlock, rename, unwrap, wrapInner } from './elements.ts';
import { tidyLists } from './lists.ts';
import { marksOfStyles } from './styles.ts';
import { collapseSpaces } from './whitespace.ts';

const WITHOUT_WORDS =
  'script, style, meta, link, title, base, template, noscript, [hidden], a[aria-hidden="true"], colgroup, wbr, source, track, br.Apple-interchange-newline';
const CONTROLS = 'button, select, textarea, input:not([type="checkbox"])';
const DRAWINGS = 'svg, canvas, object, embed, applet, map, audio, iframe';

/**
 * Makes HTML from anywhere HTML that the schema reads: its structure stays, its styles and whatever could run go.
 * It is read after that with every letter as it is: spaces are collapsed here.
 */
export function cleanHtml(body: HTMLElement, losses: LossCount, pictures?: FoundPictures): void {
  if (pictures !== undefined) keepPictures(body, pictures);
  removeComments(body);
  readFormulas(body);
  for (const code of all(body, 'pre')) readCode(code);
  for (const element of all(body, WITHOUT_WORDS)) element.remove();
  for (const element of all(body, CONTROLS)) {
    if (element.matches('textarea, select, input:not([type="hidden"])')) losses.note('formControl');
    element.remove();
  }
  for (const element of all(body, DRAWINGS)) {
    losses.note(element.matches('iframe') ? 'embed' : 'drawing', element.getAttribute('src') ?? '');
    element.remove();
  }
  for (const element of all(body, '*')) if (isInvisible(element)) element.remove();
  marksOfStyles(body);
  tidyLists(body);
  tidyHeadings(body, losses);
  tidyDetails(body);
  judgeLinks(body, losses);
  judgePictures(body, losses);
  dropLooseBreaks(body);
  keepKnownAttributes(body);
  collapseSpaces(body);
}

function removeComments(root: Node): void {
  for (const child of Array.from(root.childNodes)) {
    if (child.nodeType === 8) root.removeChild(child);
    else removeComments(child);
  }
}

function isInvisible(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /(?:^|[;\s])(?:display:\s*none|mso-hide:\s*all)/i.test(style);
}

/** What KaTeX and MathJax draw carries what was typed. */
function readFormulas(body: HTMLElement): void {
  for (const drawn of all(body, '.katex-display, .katex, math')) {
    const source = drawn.querySelector('annotation[encoding="application/x-tex"]');
    const latex = source?.textContent?.trim() ?? '';
    const isOurs = drawn.parentElement?.closest('[data-latex]') !== null;
    if (latex === '' || isOurs || !drawn.isConnected) continue;
    const isDisplay = drawn.matches('.katex-display, math[display="block"]');
    const formula = drawn.ownerDocument.createElement(isDisplay ? 'div' : 'span');
    formula.setAttribute('data-latex', latex);
    formula.textContent = latex;
    drawn.replaceWith(formula);
  }
}

/** Code is text: what pages colour it with goes, its language stays. */
function readCode(pre: HTMLElement): void {
  for (const line of all(pre, 'br')) line.replaceWith('\n');
  const holder = pre.querySelector('code') ?? pre;
  const names = [holder, pre, pre.parentElement].map((element) => element?.className ?? '');
  const language = /(?:language-|lang-|highlight-source-)([\w+#.-]+)/.exec(names.join(' '))?.[1];
  const code = pre.ownerDocument.createElement('code');
  const name = language ?? pre.getAttribute('lang');
  if (name) code.className = `language-${name}`;
  code.textContent = pre.textContent;
  pre.replaceChildren(code);
}

function tidyHeadings(body: HTMLElement, losses: LossCount): void {
  for (const heading of all(body, 'h5, h6')) {
    losses.note('deepHeading', heading.textContent ?? '');
    rename(heading, 'h4');
  }
}

/** A toggle is a summary, and a block with all the rest. */
function tidyDetails(body: HTMLElement): void {
  for (const details of all(body, 'details').reverse()) {
    const summary =
      [...details.children].find((child) => child.matches('summary')) ??
      details.ownerDocument.createElement('summary');
    summary.remove();
    for (const block of all(summary, '*')) if (isBlock(block)) unwrap(block);
    const only = details.children.length === 1 ? details.firstElementChild : null;
    if (only?.hasAttribute('data-details-content') !== true)
      wrapInner(details, 'div').setAttribute('data-details-content', '');
    details.prepend(summary);
  }
}

function judgeLinks(body: HTMLElement, losses: LossCount): void {
  for (const link of all(body, 'a')) {
    const href = link.getAttribute('href');
    if (link.hasAttribute('data-file') && isSafeImageSource(href)) continue;
    if (isSafeHref(href)) continue;
    const isAnchor = href === null || href === '' || href.startsWith('#');
    if (!isAnchor) losses.note('unsafeAddress', href);
    unwrap(link);
  }
}

/** Pictures that came within the HTML. */
function keepPictures(body: HTMLElement, pictures: FoundPictures): void {
  for (const picture of all(body, 'img[src^="data:" i]')) {
    const kept = pictures.keepData(picture.getAttribute('src') ?? '');
    if (kept.kind === 'spacer') picture.remove();
    else if (kept.kind === 'picture') picture.setAttribute('src', kept.standIn);
  }
}

function judgePictures(body: HTMLElement, losses: LossCount): void {
  for (const picture of all(body, 'img')) {
    const src = picture.getAttribute('src');
    if (isSafeImageSource(src)) continue;
    losses.note(
      'picture',
      picture.getAttribute('alt') || (src?.startsWith('data:') ? '' : (src ?? '')),
    );
    picture.remove();
  }
  for (const picture of all(body, ':is(p, h1, h2, h3, h4) img')) liftOut(picture);
  for (const film of all(body, 'video')) {
    if (isSafeImageSource(film.getAttribute('src'))) continue;
    losses.note('film', film.getAttribute('src') ?? '');
    film.remove();
  }
}

/** A picture is a block: what stands before it in its line is a block of its own. */
function liftOut(picture: HTMLElement): void {
  const line = picture.closest('p, h1, h2, h3, h4');
  if (line === null || picture.closest('figure') !== null) return;
  const range = picture.ownerDocument.createRange();
  range.setStart(line, 0);
  range.setEndBefore(picture);
  const before = line.cloneNode(false);
  before.appendChild(range.extractContents());
  if (saysSomething(before)) line.before(before);
  line.before(picture);
  if (!saysSomething(line)) line.remove();
}

function saysSomething(node: Node): boolean {
  return (
    (node.textContent ?? '').trim() !== '' ||
    (node as Element).querySelector('img, video, [data-latex], [data-mention], time') !== null
  );
}

/** Breaks between blocks are space between them, not lines. */
function dropLooseBreaks(body: HTMLElement): void {
  for (const line of all(body, 'br')) {
    const isBeside = [line.previousElementSibling, line.nextElementSibling].some(
      (sibling) => sibling !== null && isBlock(sibling),
    );
    const isAlone = line.previousSibling === null && line.nextSibling === null;
    if ((isBeside && !hasTextBeside(line)) || isAlone) line.remove();
  }
}

function hasTextBeside(line: Element): boolean {
  const says = (node: Node | null): boolean =>
    node !== null && !isBlock(node) && (node.textContent ?? '').trim() !== '';
  return says(line.previousSibling) || says(line.nextSibling);
}
