import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

import { contentOf, titleOf } from '@indelible/document';
import { areLastOfOthers, rescueOrigin } from '@indelible/document/rescue';

/** The origin of changes typed into the title field. */
export const titleOrigin = Symbol('title');

/** Milliseconds within which changes become one step. */
const CAPTURE_TIMEOUT = 500;

/** What is being undone or redone. */
interface Step {
  readonly insertions: Parameters<typeof Y.isDeleted>[0];
}

interface Stacks {
  readonly undoStack: Y.UndoManager['undoStack'];
  readonly redoStack: Y.UndoManager['redoStack'];
}

const kept = new WeakMap<Y.Doc, Stacks>();

/**
 * The undo and redo steps of this page's own changes to title and content, and of nobody else's.
 *
 * The editor's binding destroys the manager it was given when its view goes, so every view gets a new one; the
 * steps belong to the document and pass from one to the next.
 */
export function openHistory(doc: Y.Doc): Y.UndoManager {
  const history = new Y.UndoManager([contentOf(doc), titleOf(doc)], {
    captureTimeout: CAPTURE_TIMEOUT,
    trackedOrigins: new Set<unknown>([ySyncPluginKey, titleOrigin, rescueOrigin]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    // Our patch of Yjs says which step it is.
    deleteFilter: (item: Y.Item, step?: Step) =>
      mayDelete(item) && !holdsLastWords(doc, item, step),
  });
  const former = kept.get(doc);
  if (former !== undefined) Object.assign(history, former);
  // What is done next is no part of the step that is still there.
  history.on('stack-item-popped', () => history.stopCapturing());
  return history;
}

/** Keeps the steps for the next `openHistory` of the same document. */
export function closeHistory(history: Y.UndoManager): void {
  kept.set(history.doc, { undoStack: history.undoStack, redoStack: history.redoStack });
  history.destroy();
}

/**
 * Undoing a paragraph, list or table that one made must not take away what others wrote in it. Children are
 * deleted before their parents, so whatever still has children then has somebody else's.
 */
function mayDelete(item: Y.Item): boolean {
  const { content } = item;
  return !(content instanceof Y.ContentType) || content.type._length === 0;
}

/** Letters of others that one has copied, by Enter in their paragraph say, stay if there would be none of them left. */
function holdsLastWords(doc: Y.Doc, item: Y.Item, step: Step | undefined): boolean {
  if (step === undefined || !(item.content instanceof Y.ContentString)) return false;
  return areLastOfOthers(doc, item, ({ client, clock }) =>
    Y.isDeleted(step.insertions, Y.createID(client, clock)),
  );
}
