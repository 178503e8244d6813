import { useEffect } from 'react';
import type { ComponentProps, FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';

interface ToolbarProps extends ComponentProps<'div'> {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly 'aria-label': string;
}

const STOPS = 'button:not(:disabled), [role="combobox"]';

/** A row of buttons that is one stop for Tab; arrow keys, Home and End go through it. */
export function Toolbar({ ref, onKeyDown, onFocus, ...rest }: ToolbarProps) {
  useEffect(() => {
    const stops = ref.current === null ? [] : stopsOf(ref.current);
    // Buttons come and go: one of those that are there is always the stop.
    makeStop(stops, stops.find((stop) => stop.tabIndex === 0 && isMarked(stop)) ?? stops[0]);
  });
  return (
    <div
      {...rest}
      ref={ref}
      role="toolbar"
      aria-orientation="horizontal"
      tabIndex={-1}
      onMouseDown={keepFocus}
      onFocus={(event) => {
        onFocus?.(event);
        followFocus(event);
      }}
      onKeyDown={(event) => {
        moveFocus(event);
        onKeyDown?.(event);
      }}
    />
  );
}

/** A press between the buttons takes the focus from nobody. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  if (event.target instanceof Element && event.target.closest('button, input') === null) {
    event.preventDefault();
  }
}

/** What hangs on a button of the row, such as a menu, has keys of its own. */
const stopsOf = (row: HTMLElement): HTMLElement[] =>
  [...row.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.closest('[popover]') === row.closest('[popover]'),
  );

const isMarked = (stop: HTMLElement): boolean => stop.dataset['stop'] !== undefined;

function makeStop(stops: readonly HTMLElement[], chosen: HTMLElement | undefined): void {
  for (const stop of stops) {
    stop.tabIndex = stop === chosen ? 0 : -1;
    if (stop === chosen) stop.dataset['stop'] = '';
    else delete stop.dataset['stop'];
  }
}

function followFocus({ currentTarget, target }: FocusEvent<HTMLElement>): void {
  const stops = stopsOf(currentTarget);
  const chosen = stops.find((stop) => stop === target);
  if (chosen !== undefined) makeStop(stops, chosen);
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const stops = stopsOf(event.currentTarget);
  const from = stops.findIndex((stop) => stop === event.target);
  if (from < 0) return;
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const next = stopAfter(event.key, from, stops.length, isRightToLeft);
  if (next === null) return;
  stops[next]?.focus();
  event.preventDefault();
}

function stopAfter(key: string, from: number, count: number, rightToLeft: boolean): number | null {
  switch (key) {
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return (from + 1) % count;
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
