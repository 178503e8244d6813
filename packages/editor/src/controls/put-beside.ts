import { type Box, place, type Placing } from './place.ts';

/** Pixels kept free at the edges of the window. */
const MARGIN = 8;

/** The part of the window that no touch keyboard covers, in pixels of the window. */
function visibleRoom(): Box {
  const { visualViewport, innerHeight } = window;
  const top = visualViewport?.offsetTop ?? 0;
  const height = visualViewport?.height ?? innerHeight;
  return {
    left: MARGIN,
    top: top + MARGIN,
    right: document.documentElement.clientWidth - MARGIN,
    bottom: top + height - MARGIN,
  };
}

/** Lays an element of the top layer beside a box of the window. */
export function putBeside(
  element: HTMLElement,
  anchor: Box,
  placing: Placing,
  covered: { readonly top?: number } = {},
): void {
  const room = visibleRoom();
  const rightToLeft = getComputedStyle(element).direction === 'rtl';
  const { width, height } = element.getBoundingClientRect();
  const { left, top, side } = place(
    anchor,
    { width, height },
    { ...room, top: room.top + (covered.top ?? 0) },
    { ...placing, rightToLeft },
  );
  element.dataset['side'] = side;
  Object.assign(element.style, {
    inset: 'auto',
    left: `${Math.round(left)}px`,
    top: `${Math.round(top)}px`,
  });
}

/**
 * Calls back whenever what is fixed to the window may have to be laid anew: something scrolls, the window or the visible
 * part of it changes.
 *
 * @returns a function that ends it.
 */
export function onWindowMoves(move: () => void): () => void {
  addEventListener('scroll', move, { capture: true, passive: true });
  addEventListener('resize', move);
  window.visualViewport?.addEventListener('resize', move);
  return () => {
    removeEventListener('scroll', move, { capture: true });
    removeEventListener('resize', move);
    window.visualViewport?.removeEventListener('resize', move);
  };
}

/**
 * Calls back whenever something that lies beside the page may have to be laid anew: as `onWindowMoves`, and whenever the
 * size of an element changes, as when lines wrap anew without anybody scrolling.
 *
 * @returns a function that ends it.
 */
export function keepLaid(sized: Element, lay: () => void): () => void {
  const observer = new ResizeObserver(lay);
  observer.observe(sized);
  const end = onWindowMoves(lay);
  return () => {
    observer.disconnect();
    end();
  };
}

/** Pixels of the window's top that a bar of the app lies on, as its `--bar-height` says in rem. */
export function barHeight(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.getPropertyValue('--bar-height'));
  return Number.isNaN(rem) ? 0 : rem * Number.parseFloat(style.fontSize);
}
