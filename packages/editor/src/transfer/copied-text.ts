import type { Node, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

import type * as Door from '@indelible/document/markdown';

type Markdown = Pick<typeof Door, 'documentOfBlocks' | 'writeMarkdown'>;

let markdown: Markdown | null = null;

/** Loads what writes copies as Markdown when somebody first selects something: copying itself can't wait. */
export function prepareToCopy(view: EditorView) {
  const stop = (): void => document.removeEventListener('selectionchange', load);
  const load = (): void => {
    if (view.state.selection.empty) return;
    stop();
    import('@indelible/document/markdown').then(
      (loaded) => {
        markdown = loaded;
      },
      // Without it copies are just the words.
      () => undefined,
    );
  };
  if (markdown === null) document.addEventListener('selectionchange', load);
  return { destroy: stop };
}

/**
 * How a copy reads in programs that take only text: Markdown where there is structure, else just the words.
 * Null leaves it to the editor.
 */
export function copiedText({ content }: Slice): string | null {
  if (markdown === null) return null;
  const only = content.childCount === 1 ? content.firstChild : null;
  // What stands in one block is copied as it is, for escapes would be in the way.
  if (only?.isTextblock === true) return null;
  // Tables, and cells of one, are the tables' own business.
  if (only?.type.name === 'table' || isPartOfTable(content.firstChild)) return null;
  if (content.content.every((node) => node.type.name === 'paragraph')) return null;
  const document = markdown.documentOfBlocks(content.toJSON());
  return markdown.writeMarkdown(document).result.trimEnd();
}

const isPartOfTable = (node: Node | null): boolean =>
  ['tableRow', 'tableCell', 'tableHeader'].includes(node?.type.name ?? '');
