export { deskOf } from './desk.ts';
export { useDesk } from './use-desk.ts';
export { toggleAlone, toggleDimmed, toggleOutline, toggleQuiet } from './toggles.ts';
export { shortcutText } from '../toolbar/shortcut.ts';
