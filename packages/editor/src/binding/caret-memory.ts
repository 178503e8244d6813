import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { CellSelection, inSameTable, pointsAtCell } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

import { bindingOf, type RelativeSelection } from './binding.ts';

const CARET = Symbol('caret in the content');

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>;
}

/**
 * Puts the caret back where it was when a step in the content is undone or redone, and the focus with it.
 *
 * The binding has code for this, but it is told of the step only after it has drawn it: the remembered place would
 * then be taken at the next change, whoever makes it. So this runs after the binding and clears that.
 *
 * @returns a function that ends it.
 */
export function rememberCaret(
  history: Y.UndoManager,
  content: Y.XmlFragment,
  view: EditorView,
): () => void {
  const added = ({ stackItem, changedParentTypes }: StackEvent) => {
    if (!changedParentTypes.has(content)) return;
    stackItem.meta.set(CARET, selectionBefore(view));
  };
  const popped = ({ stackItem, changedParentTypes }: StackEvent) => {
    const binding = bindingOf(view);
    binding.beforeTransactionSelection = null;
    if (!changedParentTypes.has(content)) return;
    const selection = resolve(stackItem.meta.get(CARET), view, binding);
    const { tr } = view.state;
    if (selection !== null) tr.setSelection(selection);
    view.dispatch(tr.scrollIntoView());
    view.focus();
  };
  history.on('stack-item-added', added);
  history.on('stack-item-popped', popped);
  return () => {
    history.off('stack-item-added', added);
    history.off('stack-item-popped', popped);
  };
}

function selectionBefore(view: EditorView): unknown {
  return (yUndoPluginKey.getState(view.state) as { prevSel: unknown }).prevSel;
}

function resolve(
  remembered: unknown,
  view: EditorView,
  binding: ReturnType<typeof bindingOf>,
): Selection | null {
  if (remembered === undefined || remembered === null) return null;
  const { anchor, head, type } = remembered as RelativeSelection;
  const place = (position: Y.RelativePosition): number | null =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping);
  const [from, to] = [place(anchor), place(head)];
  if (from === null || to === null) return null;
  const { doc } = view.state;
  const $from = doc.resolve(Math.min(from, doc.content.size));
  if (type === 'cell') return selectedCells(doc, from, to);
  if (type === 'node' && $from.nodeAfter !== null) return NodeSelection.create(doc, $from.pos);
  return TextSelection.between($from, doc.resolve(Math.min(to, doc.content.size)));
}

function selectedCells(doc: Node, anchor: number, head: number): Selection {
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)];
  const areCells = pointsAtCell($anchor) && pointsAtCell($head) && inSameTable($anchor, $head);
  return areCells ? new CellSelection($anchor, $head) : Selection.near($head);
}
