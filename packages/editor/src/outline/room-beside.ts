/** The same width as in outline.css. */
const WIDE = '(min-width: 75rem)';

/** Whether panels have room beside the page's column. */
export const isRoomBeside = (): boolean => matchMedia(WIDE).matches;
