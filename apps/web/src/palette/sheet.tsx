import clsx from 'clsx';
import { type ReactNode, useEffect, useRef } from 'react';

interface SheetProps {
  readonly label: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something in front of the page. Escape or a press beside it puts it away, and the focus goes back to where it was. */
export function Sheet({ label, className, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const { activeElement } = document;
    current?.showModal();
    return () => {
      current?.close();
      // It is already gone from the page, where the browser gives no focus back.
      if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    };
  }, []);
  return (
    // A press beside it; the keyboard has Escape, of which `onCancel` tells.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-label={label}
      className={clsx('sheet floating', className)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) onClose();
      }}
    >
      <div className="sheet-inside">{children}</div>
    </dialog>
  );
}
