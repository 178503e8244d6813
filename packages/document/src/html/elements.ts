/** The body of a page made of this HTML; nothing in it runs or loads. */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** The elements in it that the selector names, as a list that stays as it is while they are moved. */
export function all(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** Takes an element away and leaves what is in it. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Gives an element another name, with all that is in it and without its attributes. */
export function rename(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Puts what is in an element into a new one inside it. */
export function wrapInner(element: Element, name: string): HTMLElement {
  const inner = element.ownerDocument.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
  return inner;
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th ' +
    'thead tr ul video caption colgroup'
  ).split(' '),
);

/** Whether it stands on lines of its own. */
export function isBlock(node: Node): boolean {
  return BLOCKS.has(node.nodeName.toLowerCase());
}

/** What a style attribute says, by property, in small letters. */
export function styleOf(element: Element): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return found;
}
