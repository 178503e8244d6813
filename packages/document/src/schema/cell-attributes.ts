/** Rows or columns that one cell may take; as many columns as browsers allow. */
export const MAX_SPAN = 1000;

/** Pixels. */
const WIDEST_COLUMN = 10_000;

/**
 * A table cell's attributes as they may be used, whatever somebody has sent: a cell that said it is 10⁹ columns wide
 * would keep every reader busy for ever.
 *
 * The value of an attribute that is as it should be is handed on as it is, because Yjs tells values apart by identity.
 */
export function readCellAttributes(
  attributes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const colspan = readSpan(attributes['colspan']);
  return {
    ...attributes,
    colspan,
    rowspan: readSpan(attributes['rowspan']),
    colwidth: isWidths(attributes['colwidth'], colspan) ? attributes['colwidth'] : null,
  };
}

/** A number of rows or columns, from a stored value or an HTML attribute. */
export function readSpan(value: unknown): number {
  const span = typeof value === 'number' || typeof value === 'string' ? Math.floor(+value) : 1;
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** One width for each column, 0 where none is set. */
function isWidths(value: unknown, columns: number): value is readonly number[] {
  return Array.isArray(value) && value.length === columns && value.every(isWidth);
}

function isWidth(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= WIDEST_COLUMN;
}
