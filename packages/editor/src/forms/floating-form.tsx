import { type Editor, posToDOMRect } from '@tiptap/core';
import { Popover } from 'radix-ui';
import { type FormEvent, type ReactNode, useMemo } from 'react';

interface FloatingFormProps {
  readonly editor: Editor;
  readonly label: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form beside the selection; Escape or a click elsewhere puts it away and goes back to the text. */
export function FloatingForm({ editor, label, onSubmit, onClose, children }: FloatingFormProps) {
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => selectionRect(editor) } }),
    [editor],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a portal is still inside React's tree.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="ed-floating"
          aria-label={label}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // At once: TipTap's own command waits for a frame, in which the next form may have opened.
            if (!editor.isDestroyed) editor.view.focus();
          }}
        >
          <form className="ed-form" onSubmit={submit} noValidate>
            {children}
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function selectionRect(editor: Editor): DOMRect {
  if (editor.isDestroyed) return new DOMRect();
  const { from, to } = editor.state.selection;
  return posToDOMRect(editor.view, from, to);
}
