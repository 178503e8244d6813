import { mediaPlace, type MediaPlace } from './place.ts';

/** An element with a class. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** Gives the box around a picture or film its place and width. */
export function placeBox(
  dom: HTMLElement,
  box: HTMLElement,
  attrs: Readonly<Record<string, unknown>>,
  natural: number | null,
): MediaPlace {
  const place = mediaPlace(attrs);
  dom.dataset['align'] = place.align;
  const width = place.width ?? natural;
  const fits = place.align === 'full' || width === null;
  box.style.width = fits ? '' : `${width}px`;
  return place;
}
