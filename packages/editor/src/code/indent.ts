import type { EditorState, Transaction } from '@tiptap/pm/state';

const STEP = '  ';

/** Moves every line of code that is touched by the selection one step to the right, or to the left. */
export function indent(state: EditorState, tr: Transaction, isInward: boolean): boolean {
  const { $from, $to, empty } = state.selection;
  if ($from.parent.type.name !== 'codeBlock' || !$from.sameParent($to)) return false;
  if (empty && isInward) {
    tr.insertText(STEP);
    return true;
  }
  const code = $from.parent.textContent;
  const start = $from.start();
  // From the last to the first, so that places before stay where they are.
  for (const line of lineStarts(code, $from.parentOffset, $to.parentOffset).toReversed()) {
    if (isInward) tr.insertText(STEP, start + line);
    else tr.delete(start + line, start + line + leadingSpace(code, line));
  }
  return true;
}

/** A new line that begins where the one with the caret does; false where the usual new line does. */
export function newLine(state: EditorState, tr: Transaction): boolean {
  const { $from, empty } = state.selection;
  if ($from.parent.type.name !== 'codeBlock' || !empty) return false;
  const before = $from.parent.textContent.slice(0, $from.parentOffset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const space = /^[ \t]+(?=\S)/.exec(line)?.[0];
  if (space === undefined) return false;
  tr.insertText(`\n${space}`).scrollIntoView();
  return true;
}

function lineStarts(code: string, from: number, to: number): number[] {
  const starts = [code.lastIndexOf('\n', from - 1) + 1];
  for (let at = code.indexOf('\n', from); at !== -1 && at < to; at = code.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  // A line of which nothing is selected stays.
  return starts.length > 1 && starts.at(-1) === to ? starts.slice(0, -1) : starts;
}

function leadingSpace(code: string, line: number): number {
  if (code[line] === '\t') return 1;
  const spaces = /^ */.exec(code.slice(line, line + STEP.length))?.[0] ?? '';
  return spaces.length;
}
