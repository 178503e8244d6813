import { putBeside } from './put-beside.ts';

/** Milliseconds of resting before a hint shows, and after one in which the next shows at once. */
const REST = 500;
const WARM = 200;

/**
 * Says what an icon means, and its keys, to those who rest on it or come to it by keyboard: the `data-hint` and
 * `data-keys` of whatever in the element has them. To screen readers the icon's own name says it.
 *
 * @returns a function that ends it.
 */
export function showHints(within: HTMLElement): () => void {
  const hint = new Hint();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => within.addEventListener(type, listener, { signal: hint.signal });
  on('pointerover', (event) => {
    if (event.pointerType !== 'touch') hint.rest(hinted(event.target));
  });
  on('pointerout', ({ relatedTarget }) => hint.leave(relatedTarget));
  on('pointerdown', () => hint.hide());
  on('focusin', ({ target }) => {
    const element = hinted(target);
    // Later: the focus may have moved because something else is just opening.
    if (element?.matches(':focus-visible')) setTimeout(() => hint.focused(element));
  });
  on('focusout', () => hint.hide());
  on('keydown', ({ key }) => {
    if (key === 'Escape') hint.hide();
  });
  addEventListener('scroll', () => hint.hide(), {
    capture: true,
    passive: true,
    signal: hint.signal,
  });
  return () => hint.end();
}

const hinted = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;

class Hint {
  readonly #ended = new AbortController();
  #box: HTMLElement | null = null;
  #of: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hiddenAt = 0;

  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  rest(element: HTMLElement | null): void {
    if (element === this.#of || element === null) return;
    clearTimeout(this.#timer);
    const isWarm = this.#of !== null || performance.now() - this.#hiddenAt < WARM;
    if (isWarm) this.show(element);
    else this.#timer = setTimeout(() => this.show(element), REST);
  }

  focused(element: HTMLElement): void {
    if (!this.signal.aborted && document.activeElement === element) this.show(element);
  }

  leave(to: EventTarget | null): void {
    if (to instanceof Node && this.#of?.contains(to)) return;
    this.hide();
  }

  show(element: HTMLElement): void {
    clearTimeout(this.#timer);
    // It went, or it is open and says more than the hint.
    if (!element.isConnected || element.getAttribute('aria-expanded') === 'true') return;
    this.#of = element;
    this.#box ??= makeBox();
    this.#box.replaceChildren(element.dataset['hint'] ?? '', ...keysOf(element));
    this.#box.showPopover();
    putBeside(this.#box, element.getBoundingClientRect(), {
      side: 'below',
      align: 'center',
      gap: 6,
    });
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.#of === null) return;
    this.#of = null;
    this.#hiddenAt = performance.now();
    this.#box?.hidePopover();
  }

  end(): void {
    this.hide();
    this.#ended.abort();
    this.#box?.remove();
  }
}

function makeBox(): HTMLElement {
  const box = document.createElement('div');
  box.className = 'ed-hint';
  box.popover = 'manual';
  box.setAttribute('aria-hidden', 'true');
  document.body.append(box);
  return box;
}

function keysOf({ dataset }: HTMLElement): HTMLElement[] {
  if (dataset['keys'] === undefined) return [];
  const keys = document.createElement('kbd');
  keys.textContent = dataset['keys'];
  return [keys];
}
