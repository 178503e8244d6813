/** A rectangle in pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placing {
  /** The side on which it lies if there is room. */
  readonly side: 'above' | 'below';
  /** Which edges are flush; in the direction of reading. */
  readonly align: 'start' | 'center' | 'end';
  /** Pixels between the two. */
  readonly gap?: number;
  readonly rightToLeft?: boolean;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'below';
}

const GAP = 4;

/**
 * Where something lies beside its anchor, in pixels of the window: on the wanted side, or the other one if only that has
 * room for it, or the roomier one; pushed sideways into the room, and never over the anchor as long as the room allows it.
 */
export function place(anchor: Box, size: Size, room: Box, placing: Placing): Spot {
  const { gap = GAP } = placing;
  const space = { above: anchor.top - gap - room.top, below: room.bottom - anchor.bottom - gap };
  const other = placing.side === 'above' ? 'below' : 'above';
  const fits = space[placing.side] >= size.height || space[placing.side] >= space[other];
  const side = fits ? placing.side : other;
  const top = side === 'above' ? anchor.top - gap - size.height : anchor.bottom + gap;
  return {
    left: between(room.left, startOf(anchor, size, placing), room.right - size.width),
    top: between(room.top, top, room.bottom - size.height),
    side,
  };
}

function startOf(anchor: Box, { width }: Size, { align, rightToLeft = false }: Placing): number {
  if (align === 'center') return (anchor.left + anchor.right - width) / 2;
  return (align === 'start') === rightToLeft ? anchor.right - width : anchor.left;
}

/** What is too large for the room begins where the room does. */
const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));
