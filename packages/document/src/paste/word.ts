import { all, rename, styleOf, unwrap } from '../html/elements.ts';
import type { LossCount } from '../transfer/losses.ts';
import { readWordLists } from './word-lists.ts';

/** Whether Word, Outlook or Excel wrote it. */
export function isOffice(html: string): boolean {
  return /\bmso-|class="?Mso|urn:schemas-microsoft-com:office/i.test(html);
}

/** What Word means by its classes and styles, as HTML. */
export function readWord(body: HTMLElement, losses: LossCount): void {
  removeNotes(body, losses);
  takeChanges(body, losses);
  for (const space of all(body, 'o\\:p, w\\:sdt, w\\:sdtpr, st1\\:place, v\\:shapetype'))
    unwrap(space);
  readWordLists(body);
  for (const line of all(body, 'p')) readLine(line);
  joinQuotes(body);
}

function removeNotes(body: HTMLElement, losses: LossCount): void {
  for (const element of all(
    body,
    '[style*="mso-element" i], [style*="mso-comment" i], .MsoCommentReference',
  )) {
    const style = element.getAttribute('style') ?? '';
    const isComment =
      /mso-comment|comment-list/i.test(style) || element.matches('.MsoCommentReference');
    if (isComment) {
      if (/mso-comment-reference/i.test(style)) losses.note('comment', element.textContent);
      if (
        /comment-list|mso-comment-continuation/i.test(style) ||
        element.matches('.MsoCommentReference')
      )
        element.remove();
      else unwrap(element);
    } else if (/mso-element:\s*(?:header|footer)\b/i.test(style)) {
      losses.note('pageFurniture', element.textContent);
      element.remove();
    }
  }
}

/** As if every change had been accepted. */
function takeChanges(body: HTMLElement, losses: LossCount): void {
  for (const change of all(body, 'del[cite], ins[cite], .msoDel, .msoIns')) {
    losses.note('trackedChange', change.textContent);
    if (change.matches('del, .msoDel')) change.remove();
    else unwrap(change);
  }
}

function readLine(line: HTMLElement): void {
  const text = (line.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  if (text === '' && line.querySelector('img') === null && line.closest('td, th') === null) {
    line.remove();
    return;
  }
  const level = Number(styleOf(line).get('mso-outline-level'));
  if (line.matches('.MsoTitle')) rename(line, 'h1');
  else if (
    line.matches(
      '.MsoQuote, .MsoIntenseQuote, .MsoQuoteCxSpFirst, .MsoQuoteCxSpMiddle, .MsoQuoteCxSpLast',
    )
  ) {
    const quote = line.ownerDocument.createElement('blockquote');
    line.replaceWith(quote);
    quote.append(line);
  } else if (level >= 1 && level <= 6) rename(line, `h${level}`);
}

function joinQuotes(body: HTMLElement): void {
  for (const quote of all(body, 'blockquote + blockquote')) {
    quote.previousElementSibling?.append(...quote.childNodes);
    quote.remove();
  }
}
