import type { EditorView } from '@tiptap/pm/view';

import { uploadsOf } from '../../uploads/take-files.ts';

/**
 * Lets the person choose files of their device, and uploads them to where the caret is.
 *
 * @param accept media types, such as `image/*`; without it all files.
 */
export function pickFiles(view: EditorView, accept = ''): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = true;
  input.hidden = true;
  // Some browsers let go of an input that is nowhere before its files are chosen.
  document.body.append(input);
  const end = (): void => {
    input.remove();
    if (!view.isDestroyed) view.focus();
  };
  input.addEventListener('cancel', end);
  input.addEventListener('change', () => {
    if (!view.isDestroyed) {
      uploadsOf(view)?.add(Array.from(input.files ?? []), view.state.selection.to);
    }
    end();
  });
  input.click();
}
