/** The first child of this name, whatever its prefix. */
export function childOf(element: Element | null | undefined, name: string): Element | null {
  return childrenOf(element, name)[0] ?? null;
}

/** The children of this name; all of them without one. */
export function childrenOf(element: Element | null | undefined, name?: string): Element[] {
  const children = element === null || element === undefined ? [] : [...element.children];
  return name === undefined ? children : children.filter((child) => child.localName === name);
}

/** What an attribute says, whatever its prefix. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  if (element === null || element === undefined) return null;
  return [...element.attributes].find((attribute) => attribute.localName === name)?.value ?? null;
}

/** The `w:val` of a child: what most of Word's settings are. */
export function valueOf(element: Element | null | undefined, name: string): string | null {
  return attributeOf(childOf(element, name), 'val');
}

/** Whether a setting is there and not taken back. */
export function isOn(element: Element | null | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== null && !['0', 'false', 'none', 'off'].includes(attributeOf(found, 'val') ?? '');
}

/** The first element of this name anywhere in it. */
export function within(element: Element, name: string): Element | null {
  return element.getElementsByTagNameNS('*', name)[0] ?? null;
}
