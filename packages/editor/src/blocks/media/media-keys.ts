import {
  type EditorState,
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { currentMedia, isMedia } from './place.ts';

type Key =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Enter'
  | 'Backspace'
  | 'Delete'
  | 'Tab';
const keys: ReadonlySet<string> = new Set<Key>([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
]);

/** Keys at, on and in a picture with its caption, and beside the other media. */
export const mediaKeys = (): Plugin =>
  new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
        if (isComposing || ctrlKey || metaKey || altKey || shiftKey || !keys.has(key)) return false;
        const media = currentMedia(view.state);
        if (media === null) return beside(view, key);
        const isSelected = view.state.selection instanceof NodeSelection;
        return isSelected ? onMedia(view, key, media.at) : inCaption(view, key, media.at);
      },
    },
  });

function onMedia(view: EditorView, key: string, at: number): boolean {
  const node = view.state.doc.nodeAt(at);
  if (node === null) return false;
  if (key === 'Tab') return focusTools();
  const hasCaption = node.type.name === 'image' && node.content.size > 0;
  if (key === 'Enter') {
    return node.type.name === 'image'
      ? writeAt(view, at + node.nodeSize - 1)
      : writeBelow(view, at);
  }
  if (key === 'ArrowDown' || key === 'ArrowRight') {
    if (hasCaption) return writeAt(view, at + 1);
    return node.type.name === 'image' && goTo(view, at + node.nodeSize, 1);
  }
  return false;
}

function inCaption(view: EditorView, key: string, at: number): boolean {
  const { $from, empty } = view.state.selection;
  const isAtStart = empty && $from.parentOffset === 0;
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size;
  if (key === 'Enter') return writeBelow(view, at);
  if (key === 'Backspace') return isAtStart && select(view, at);
  // The block below would be drawn into the caption.
  if (key === 'Delete') return isAtEnd;
  if (key === 'ArrowLeft') return isAtStart && select(view, at);
  if (key === 'ArrowUp') return empty && view.endOfTextblock('up') && select(view, at);
  return false;
}

/** With the caret in text next to a picture: towards it, it is selected and not entered. */
function beside(view: EditorView, key: string): boolean {
  const { selection } = view.state;
  if (!(selection instanceof TextSelection) || !selection.empty) return false;
  const { $from } = selection;
  if ($from.depth === 0) return false;
  const isBack = key === 'ArrowUp' || key === 'ArrowLeft' || key === 'Backspace';
  const isForward = key === 'ArrowDown' || key === 'ArrowRight' || key === 'Delete';
  if (!isBack && !isForward) return false;
  const direction = arrow(key);
  if (!view.endOfTextblock(direction)) return false;
  const [from, to] = [$from.before(), $from.after()];
  const neighbour = isBack
    ? view.state.doc.resolve(from).nodeBefore
    : view.state.doc.resolve(to).nodeAfter;
  if (neighbour === null || !isMedia(neighbour)) return false;
  const isCaptioned = neighbour.type.name === 'image' && neighbour.content.size > 0;
  if (isBack && isCaptioned && key !== 'Backspace') return writeAt(view, from - 1);
  return select(view, isBack ? from - neighbour.nodeSize : to);
}

function arrow(key: string): 'up' | 'down' | 'backward' | 'forward' {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  return key === 'ArrowLeft' || key === 'Backspace' ? 'backward' : 'forward';
}

function select(view: EditorView, at: number): true {
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(NodeSelection.create(doc, at)).scrollIntoView());
  return true;
}

function writeAt(view: EditorView, at: number): true {
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, at)).scrollIntoView());
  return true;
}

function goTo(view: EditorView, at: number, direction: 1 | -1): boolean {
  const found = Selection.findFrom(view.state.doc.resolve(at), direction);
  if (found === null) return false;
  view.dispatch(view.state.tr.setSelection(found).scrollIntoView());
  return true;
}

/** The paragraph below, if it is empty; otherwise a new one. */
export function writeBelow(view: EditorView, at: number): boolean {
  const { tr, doc, schema } = view.state;
  const node = doc.nodeAt(at);
  const paragraph = schema.nodes['paragraph'];
  if (node === null || paragraph === undefined) return false;
  const below = at + node.nodeSize;
  const next = doc.resolve(below).nodeAfter;
  const isFree = next?.type === paragraph && next.content.size === 0;
  if (!isFree) tr.insert(below, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView());
  return true;
}

/** The row of what can be done to it. */
function focusTools(): boolean {
  const first = document.querySelector<HTMLElement>('.ed-media-actions button');
  first?.focus();
  return first !== null;
}

/** Whether the caret is in the caption of a picture, and where the picture is. */
export function captionAt({ selection }: EditorState): number | null {
  const { $from } = selection;
  return $from.depth > 0 && $from.parent.type.name === 'image' ? $from.before() : null;
}
