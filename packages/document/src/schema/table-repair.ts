import { EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { fixTables } from '@tiptap/pm/tables';

/** One pass can leave something that only the next one sees, as where merged cells lie over each other. */
const PASSES = 10;

/** Puts the tables of a document in order, in passes of the library; null if they are. */
export function repairTables(state: EditorState): Transaction | null {
  const repair = fixTables(state);
  return repair === undefined ? null : finish(repair, state);
}

/** The library's plugin for tables, but what it repairs it repairs to the end. */
export function repairingToTheEnd(plugin: Plugin): Plugin {
  const append = plugin.spec.appendTransaction;
  if (append === undefined) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      const appended = append.call(plugin, transactions, before, after);
      return appended?.docChanged === true ? finish(appended, after) : appended;
    },
  });
}

function finish(repair: Transaction, state: EditorState): Transaction {
  let { doc } = state;
  for (let pass = 1; pass < PASSES; pass += 1) {
    const next = fixTables(bare(repair.doc), bare(doc));
    if (next === undefined) break;
    ({ doc } = repair);
    for (const step of next.steps) repair.step(step);
  }
  return repair;
}

/** A state without plugins, which would all have their say in it. */
const bare = (doc: EditorState['doc']): EditorState => EditorState.create({ doc });
