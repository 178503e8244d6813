/** Milliseconds after which others are heard even if nothing was painted: a hidden page paints nothing. */
const AT_LATEST = 100;

/**
 * Has the letter that was just typed be seen before what others have written meanwhile: while several people write in a
 * long document, drawing what each of them does would come between a key and its letter.
 *
 * @param hold begins to hold back what others do, and returns how to end it.
 * @param afterPaint calls once what is on the page by now has been painted, and returns how to take that back.
 * @returns a function that ends it.
 */
export function paintFirst(
  dom: EventTarget,
  hold: () => () => void,
  afterPaint: (act: () => void) => () => void = whenPainted,
): () => void {
  let end: (() => void) | null = null;
  // Keys that come before the last one was painted prolong nothing, so that nobody who types shuts the others out.
  const pressed = (): void => {
    if (end !== null) return;
    const release = hold();
    const forget = afterPaint(() => end?.());
    end = () => {
      end = null;
      forget();
      release();
    };
  };
  dom.addEventListener('keydown', pressed, { capture: true });
  return () => {
    dom.removeEventListener('keydown', pressed, { capture: true });
    end?.();
  };
}

function whenPainted(act: () => void): () => void {
  let timer = setTimeout(act, AT_LATEST);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    // The frame is painted before the next task.
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
