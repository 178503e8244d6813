import type { Desk } from './desk.ts';
import { keepOn, wasOn } from './kept.ts';

/** Opens or closes the outline; the browser keeps which. */
export function toggleOutline(desk: Desk): void {
  const outline = !desk.state().outline;
  keepOn('outline', 'for the browser', outline);
  desk.put({ outline });
}

/** Shows nothing but the page, or everything again; the tab keeps which. */
export function toggleAlone(desk: Desk): void {
  showAlone(desk, !desk.state().alone);
}

/** Dims all paragraphs but the one with the caret while nothing but the page is seen, or stops doing so. */
export function toggleDimmed(desk: Desk): void {
  desk.put({ dimmed: !desk.state().dimmed });
  keepOn('dimmed', 'for the tab', desk.state().dimmed);
  showAlone(desk, true);
}

/** Has screen readers told what others change, or not; the browser keeps which. */
export function toggleQuiet(desk: Desk): void {
  const quiet = !desk.state().quiet;
  keepOn('quiet', 'for the browser', quiet);
  desk.put({ quiet });
}

/** Puts on the desk what was on it when somebody was here last. */
export function restoreDesk(desk: Desk, isRoom: boolean): void {
  desk.put({
    outline: isRoom && wasOn('outline', 'for the browser'),
    dimmed: wasOn('dimmed', 'for the tab'),
    quiet: wasOn('quiet', 'for the browser'),
  });
  if (wasOn('alone', 'for the tab')) showAlone(desk, true);
}

function showAlone(desk: Desk, alone: boolean): void {
  keepOn('alone', 'for the tab', alone);
  desk.put({ alone });
}
