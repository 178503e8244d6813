/** The forms that the page can ask something with. */
export type Form =
  | 'link'
  | 'image'
  | 'video'
  | 'embed'
  | 'table'
  | 'inlineMath'
  | 'blockMath'
  | 'date';

/** Opens a form. */
export type Ask = (form: Form) => void;
