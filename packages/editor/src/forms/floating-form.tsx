import { type Editor, posToDOMRect } from '@tiptap/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';

import { keepLaid, putBeside } from '../controls/put-beside.ts';

interface FloatingFormProps {
  readonly editor: Editor;
  readonly label: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form beside the selection; Escape or a click elsewhere puts it away and goes back to the text. */
export function FloatingForm({ editor, label, onSubmit, onClose, children }: FloatingFormProps) {
  const popup = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (popup.current === null) return undefined;
    const hide = show(popup.current, editor);
    return () => {
      hide();
      backToText(editor);
    };
  }, [editor]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Whatever it stands in may be a form itself.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <dialog
      ref={popup}
      popover="auto"
      aria-label={label}
      className="ed-floating"
      onToggle={({ newState, target, currentTarget }) => {
        if (target === currentTarget && newState === 'closed') onClose();
      }}
    >
      <form className="ed-form" onSubmit={submit} noValidate>
        {children}
      </form>
    </dialog>
  );
}

function show(popup: HTMLElement, editor: Editor): () => void {
  const lay = () =>
    putBeside(popup, selectionRect(editor), { side: 'below', align: 'start', gap: 8 });
  popup.showPopover();
  lay();
  const first = popup.querySelector<HTMLElement>('[tabindex="0"]');
  const any = popup.querySelector<HTMLElement>('input, textarea, button');
  (first ?? any)?.focus({ preventScroll: true });
  // It grows when it has something to say.
  return keepLaid(popup, lay);
}

/** At once: TipTap's own command waits for a frame, in which the next form may have opened. */
function backToText(editor: Editor): void {
  if (editor.isDestroyed) return;
  const { activeElement } = document;
  // Somebody who pressed elsewhere is there.
  const isElsewhere = activeElement?.matches('input, textarea') === true;
  if (!isElsewhere) editor.view.focus();
}

function selectionRect(editor: Editor): DOMRect {
  if (editor.isDestroyed) return new DOMRect();
  const { from, to } = editor.state.selection;
  return posToDOMRect(editor.view, from, to);
}
