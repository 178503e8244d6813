import type { EditorView } from '@tiptap/pm/view';

/** Milliseconds in which the editor has taken over what was composed, and keyboards of phones begin the next word. */
const AFTERWARDS = 50;

/**
 * Holds back what others write while an input method composes: text that is drawn anew around it makes browsers commit
 * half a letter.
 *
 * @param hold begins to hold back, and returns how to end it.
 * @returns a function that ends it.
 */
export function composeUndisturbed({ dom }: EditorView, hold: () => () => void): () => void {
  let release: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    release?.();
    release = null;
  };
  const begun = (): void => {
    clearTimeout(timer);
    release ??= hold();
  };
  const ended = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, AFTERWARDS);
  };
  dom.addEventListener('compositionstart', begun);
  dom.addEventListener('compositionend', ended);
  // Some input methods are left without a word.
  dom.addEventListener('blur', ended);
  return () => {
    dom.removeEventListener('compositionstart', begun);
    dom.removeEventListener('compositionend', ended);
    dom.removeEventListener('blur', ended);
    end();
  };
}
