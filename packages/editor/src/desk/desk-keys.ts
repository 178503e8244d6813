import { isApple } from '../toolbar/shortcut.ts';
import type { Desk } from './desk.ts';
import { toggleAlone, toggleOutline } from './toggles.ts';

type Act = (desk: Desk) => void;

const find: Act = (desk) => desk.put({ find: 'find' });
const replace: Act = (desk) => desk.put({ find: desk.state().editable ? 'replace' : 'find' });
const palette: Act = (desk) => desk.put({ palette: true });
const shortcuts: Act = (desk) => desk.put({ shortcuts: true });

const acts: Readonly<Record<string, Act>> = {
  'mod+f': find,
  'mod+h': replace,
  'mod+alt+f': replace,
  'mod+k': palette,
  'mod+shift+p': palette,
  // In the text the first is the key of the block's menu.
  'mod+/': shortcuts,
  'mod+?': shortcuts,
  'mod+alt+o': toggleOutline,
  'mod+alt+z': toggleAlone,
};

type Keys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

/** What a key does to what is open around the page; null: nothing. */
function deskAct(keys: Keys): Act | null {
  const { key, code, shiftKey, altKey, ctrlKey, metaKey } = keys;
  // On many keyboards Ctrl and Alt together are how letters are typed.
  if (keys.getModifierState('AltGraph')) return null;
  if (!(isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey)) return null;
  // With Alt Apple's keys give other signs.
  const letter = altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key;
  // What needs Shift differs from keyboard to keyboard.
  const shift = shiftKey && letter !== '/' && letter !== '?' ? 'shift+' : '';
  return acts[`mod+${altKey ? 'alt+' : ''}${shift}${letter.toLowerCase()}`] ?? null;
}

/** Has the keys work anywhere on the page but in what has keys of its own. @returns a function that ends it. */
export function listenForDesk(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
    const act = isQuestion(event) ? shortcuts : deskAct(event);
    if (act !== null) act(desk);
    else return;
    event.preventDefault();
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !desk.state().alone || isSomethingOpen())
      return;
    toggleAlone(desk);
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', onKeyDown);
  // Before the text, where Escape means something, too.
  addEventListener('keydown', onEscape, { capture: true });
  return () => {
    removeEventListener('keydown', onKeyDown);
    removeEventListener('keydown', onEscape, { capture: true });
  };
}

/** What is open is what Escape closes first. */
const isSomethingOpen = (): boolean =>
  document.querySelector(':popover-open:not(.ed-hint), dialog[open], .ed-find') !== null;

/** A second Ctrl F, in the search itself, is the browser's own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('dialog, [popover], search, [role="dialog"]') !== null;

function isQuestion({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key !== '?' || ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"]') === null;
}
