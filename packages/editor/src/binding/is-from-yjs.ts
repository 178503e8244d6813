import type { Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Whether the binding draws what is in the Yjs document by now: what others have written, or a step of undo. */
export const isFromYjs = (tr: Transaction): boolean => tr.getMeta(ySyncPluginKey) !== undefined;
