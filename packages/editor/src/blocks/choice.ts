import type { EditorView } from '@tiptap/pm/view';

import { element } from './draw.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * The browser's own list to choose from, inside a block: it works by keyboard, on phones and for screen readers as
 * people know it. A choice and Escape go back to the text.
 */
export function choice(
  view: EditorView,
  label: string,
  options: readonly Option[],
  onChoose: (value: string) => void,
): HTMLSelectElement {
  const entries = options.map(({ value, label: text }) =>
    element('option', { value }, [document.createTextNode(text)]),
  );
  const list = element('select', { 'aria-label': label, 'data-control': '' }, entries);
  list.addEventListener('change', () => {
    onChoose(list.value);
    view.focus();
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') view.focus();
  });
  return list;
}
