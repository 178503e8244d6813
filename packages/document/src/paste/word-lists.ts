import { all, styleOf } from '../html/elements.ts';

/** Word writes the items of lists as paragraphs with a level and a marker; they become lists again. */
export function readWordLists(body: HTMLElement): void {
  let open: OpenList[] = [];
  for (const line of all(body, '[style*="mso-list" i]')) {
    const place = placeOf(line);
    if (place === null) continue;
    const marker = takeMarker(line);
    // A numbered heading stays a heading; its number is Word's to count.
    if (!line.matches('p, div')) continue;
    const root = open[0]?.list;
    if (root === undefined || line.previousElementSibling !== root) open = [];
    open = putItem(line, place, readMarker(marker), open);
  }
}

interface OpenList {
  readonly level: number;
  readonly id: string;
  readonly list: HTMLElement;
}

interface Place {
  readonly id: string;
  readonly level: number;
}

function placeOf(line: Element): Place | null {
  const found = /\b(l\d+)\s+level(\d+)/.exec(styleOf(line).get('mso-list') ?? '');
  const [, id, level] = found ?? [];
  return id === undefined ? null : { id, level: Number(level) };
}

function takeMarker(line: Element): string {
  const ignored = all(line, '[style*="mso-list" i]').find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  ignored?.remove();
  return (ignored?.textContent ?? '').replaceAll(/[\s\u00a0]+/g, '');
}

interface Marker {
  readonly tag: 'ol' | 'ul';
  readonly start: number;
  readonly type: string | null;
}

function readMarker(marker: string): Marker {
  const [, number, letters] = /^\(?(?:[\d.]*?(\d+)|([a-z]{1,5}))[.)]/i.exec(marker) ?? [];
  if (number !== undefined) return { tag: 'ol', start: Number(number), type: null };
  if (letters === undefined) return { tag: 'ul', start: 1, type: null };
  const isRoman = /^[ivx]+$/i.test(letters);
  const isSmall = letters === letters.toLowerCase();
  if (isRoman) return { tag: 'ol', start: 1, type: isSmall ? 'i' : 'I' };
  return { tag: 'ol', start: 1, type: isSmall ? 'a' : 'A' };
}

/** Puts the line into the open lists as an item; the lists that are open after it. */
function putItem(line: Element, place: Place, marker: Marker, before: OpenList[]): OpenList[] {
  const open = before.filter(({ level }) => level <= place.level);
  const last = open.at(-1);
  const isSame =
    last?.level === place.level &&
    last.list.nodeName === marker.tag.toUpperCase() &&
    last.id === place.id;
  let list = isSame ? last.list : null;
  if (list === null) {
    list = makeList(line, marker);
    if (last?.level === place.level) open.pop();
    const above = open.at(-1);
    if (above === undefined) line.before(list);
    else (above.list.lastElementChild ?? above.list).append(list);
    open.push({ ...place, list });
  }
  const item = line.ownerDocument.createElement('li');
  item.append(...line.childNodes);
  list.append(item);
  line.remove();
  return open;
}

function makeList(line: Element, { tag, start, type }: Marker): HTMLElement {
  const list = line.ownerDocument.createElement(tag);
  if (start !== 1) list.setAttribute('start', String(start));
  if (type !== null) list.setAttribute('type', type);
  return list;
}
