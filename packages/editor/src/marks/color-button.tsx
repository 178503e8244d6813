import type { Editor } from '@tiptap/core';
import { Baseline } from 'lucide-react';

import { focusText } from '../controls/focus-text.ts';
import { usePopup } from '../controls/use-popup.ts';
import { keepFocus } from '../toolbar/toolbar-button.tsx';
import { useWords } from '../words/use-words.ts';
import { ColorChoices } from './color-choices.tsx';

const PLACING = { side: 'below', align: 'start', gap: 6 } as const;

/** A button, for any toolbar, that opens the colours of the selected text. */
export function ColorButton({ editor }: { readonly editor: Editor }) {
  const { label } = useWords().colors;
  const popup = usePopup({
    placing: PLACING,
    onOpened: (opened) => opened.querySelector('button')?.focus({ preventScroll: true }),
    onClosed: () => focusText(editor),
  });
  return (
    <>
      <button
        type="button"
        {...popup.trigger}
        className="ed-button"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onMouseDown={keepFocus}
      >
        <Baseline size={17} strokeWidth={1.75} aria-hidden />
      </button>
      <dialog {...popup.popup} aria-label={label} className="ed-menu ed-color-choices">
        {popup.open && <ColorChoices editor={editor} onDone={popup.close} />}
      </dialog>
    </>
  );
}
