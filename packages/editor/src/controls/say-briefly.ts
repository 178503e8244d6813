/** Milliseconds for which a note is to be seen. */
const SHOWN = 2500;

/** Shows a short note at the bottom of the window, and has screen readers say it. */
export function sayBriefly(text: string): void {
  const note = document.createElement('output');
  note.className = 'ed-note';
  note.popover = 'manual';
  document.body.append(note);
  note.showPopover();
  // What is there before it is filled is read out when it is.
  requestAnimationFrame(() => {
    note.textContent = text;
  });
  setTimeout(() => note.remove(), SHOWN);
}
