import { type Extensions, getSchema, mergeAttributes } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

import { localOnly } from './local-only.ts';
import { isSafeHref, isSafeImageSource } from './safe-url.ts';

/**
 * What a document may contain; the editor and everything headless use this one list.
 *
 * Changing a name, an attribute or what may stand where is a new `SCHEMA_VERSION`.
 */
export const extensions: Extensions = [
  StarterKit.configure({
    // Undo is Yjs's, so that it leaves other people's words alone.
    undoRedo: false,
    // It adds a paragraph wherever a document ends otherwise, at every reader at once.
    trailingNode: false,
    link: false,
    heading: { levels: [1, 2, 3, 4] },
    codeBlock: { enableTabIndentation: true, tabSize: 2 },
    dropcursor: { class: 'ed-dropcursor', color: false, width: 2 },
  }),
  link(),
  image(),
  TaskList,
  TaskItem.configure({
    nested: true,
    a11y: {
      checkboxLabel: (node, checked) =>
        `${checked ? 'Done' : 'To do'}: ${node.firstChild?.textContent || 'empty task'}`,
    },
  }),
  table(),
  TableRow,
  TableHeader,
  TableCell,
];

/** The ProseMirror schema made of `extensions`. */
export const schema = getSchema(extensions);

/**
 * Only the address is stored; target and rel are ours. Raw updates bypass paste rules, so the address is judged
 * again whenever it is drawn.
 */
function link() {
  return Link.extend({
    addAttributes: () => ({ href: { default: null }, title: { default: null } }),
    parseHTML: () => [
      { tag: 'a[href]', getAttrs: (a) => (isSafeHref(a.getAttribute('href')) ? null : false) },
    ],
    renderHTML({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) {
      const { href, title } = HTMLAttributes;
      if (!isSafeHref(href)) return ['a', { class: 'ed-inert-link' }, 0];
      return ['a', { href, title, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
    },
    addProseMirrorPlugins() {
      return (this.parent?.() ?? []).map(localOnly);
    },
  }).configure({
    openOnClick: false,
    autolink: true,
    markdownLinks: true,
    defaultProtocol: 'https',
    // Asked about what was typed, which may still lack its protocol.
    isAllowedUri: (url) =>
      isSafeHref(url) || (!/^[a-z][a-z0-9+.-]*:/i.test(url) && isSafeHref(`https://${url}`)),
  });
}

/** A picture's server must not learn the document's address, because knowing it is the right to write. */
function image() {
  return Image.extend({
    parseHTML: () => [
      {
        tag: 'img[src]',
        getAttrs: (img) => (isSafeImageSource(img.getAttribute('src')) ? null : false),
      },
    ],
    renderHTML({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) {
      const { src, ...others } = HTMLAttributes;
      const attributes = mergeAttributes(others, {
        referrerpolicy: 'no-referrer',
        loading: 'lazy',
      });
      return ['img', isSafeImageSource(src) ? { ...attributes, src } : attributes];
    },
  });
}

/** Concurrent changes can leave a table ragged; the next person to edit it repairs it, not every reader at once. */
function table() {
  return Table.extend({
    addProseMirrorPlugins() {
      return (this.parent?.() ?? []).map(localOnly);
    },
  }).configure({ resizable: true, cellMinWidth: 80, lastColumnResizable: false });
}
