import type { Editor } from '@tiptap/core';
import type { KeyboardEvent } from 'react';

/** Escape in a row of buttons goes back to the text. */
export const backToText =
  (editor: Editor) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    // What hangs on one of the buttons is closed by the browser.
    const isInside =
      target instanceof Element &&
      target.closest('[popover]') !== currentTarget.closest('[popover]');
    if (event.key !== 'Escape' || isInside) return;
    event.preventDefault();
    editor.view.focus();
  };
