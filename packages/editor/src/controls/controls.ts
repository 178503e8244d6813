export { copyText } from './copy-text.ts';
export { focusFirstItem, MenuItem, MenuRadio, MenuSurface } from './menu.tsx';
export { rowAfter } from './row-after.ts';
export { usePopup } from './use-popup.ts';
export { rank } from '../menus/fuzzy.ts';
