import { all, unwrap } from '../html/elements.ts';

/** What Google Docs, Notion, Outline, GitHub and other pages mean by their classes, as the HTML we read. */
export function readApps(body: HTMLElement): void {
  for (const origin of all(body, 'google-sheets-html-origin')) unwrap(origin);
  for (const box of all(body, '.notice-block, .markdown-alert, figure.callout, aside.callout'))
    readNotice(box);
  for (const toggle of all(body, 'ul.toggle')) unwrapToggle(toggle);
  for (const item of all(body, 'ul > li')) readWrittenBox(item);
  for (const caption of all(body, 'table > caption')) captionBefore(caption);
  for (const bold of all(body, ':is(h1, h2, h3, h4, h5, h6) :is(b, strong)')) plainHeading(bold);
  // Pages end code with a line feed, which is no line of it.
  for (const code of all(body, 'pre')) trimEnd(code);
  for (const heading of all(body, 'li > :is(h1, h2, h3, h4, h5, h6):first-child')) unwrap(heading);
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/alert-caution|\bdanger|\berror/, 'danger'],
  [/warning/, 'warning'],
  [/alert-tip|\btip|\bsuccess/, 'tip'],
];

function readNotice(box: HTMLElement): void {
  const kind = KINDS.find(([name]) => name.test(box.className))?.[1];
  for (const furniture of all(box, '.icon, .markdown-alert-title, button')) furniture.remove();
  const callout = box.ownerDocument.createElement('aside');
  callout.setAttribute('data-callout', kind ?? 'note');
  const content = box.querySelector(':scope > .content') ?? box;
  callout.append(...content.childNodes);
  box.replaceWith(callout);
}

/** Notion's toggles are items of a list. */
function unwrapToggle(list: HTMLElement): void {
  for (const item of Array.from(list.children)) if (item.matches('li')) unwrap(item);
  unwrap(list);
}

/** `[ ]` at the beginning of an item is a box. */
function readWrittenBox(item: HTMLElement): void {
  const text = firstText(item);
  const written = /^\s*\[([ xX\u00a0])?\][\s\u00a0]+/.exec(text?.data ?? '');
  if (text === null || written === null) return;
  text.data = text.data.slice(written[0].length);
  item.setAttribute('data-type', 'taskItem');
  item.setAttribute('data-checked', String(/x/i.test(written[1] ?? '')));
}

function firstText(root: Node): Text | null {
  for (const child of root.childNodes) {
    if (child.nodeType === 3 && (child.textContent ?? '').trim() !== '') return child as Text;
    const inner = child.nodeType === 1 ? firstText(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function trimEnd(code: HTMLElement): void {
  let last: ChildNode | null = code;
  while (last?.lastChild) last = last.lastChild;
  if (last?.nodeType === 3) last.textContent = (last.textContent ?? '').replace(/\n$/, '');
}

function captionBefore(caption: HTMLElement): void {
  const line = caption.ownerDocument.createElement('p');
  line.append(...caption.childNodes);
  caption.closest('table')?.before(line);
  caption.remove();
}

/** A heading is bold by itself. */
function plainHeading(bold: HTMLElement): void {
  const heading = bold.closest('h1, h2, h3, h4, h5, h6');
  if (heading?.textContent?.trim() === bold.textContent?.trim()) unwrap(bold);
}
