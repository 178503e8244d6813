import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * The plugin, but silent on changes that came from others.
 *
 * A plugin that repairs or completes the document does so at the writer's; if every reader did it too, each of
 * them would add the same thing.
 */
export function localOnly(plugin: Plugin): Plugin {
  const append = plugin.spec.appendTransaction;
  if (append === undefined) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      if (transactions.some((transaction) => transaction.getMeta(ySyncPluginKey) !== undefined))
        return null;
      return append.call(plugin, transactions, before, after);
    },
  });
}
