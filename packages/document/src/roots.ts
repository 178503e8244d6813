import type * as Y from 'yjs';

/** Raised whenever a client of the former version could drop something it does not know. */
export const SCHEMA_VERSION = 2;

const TITLE_ROOT = 'title';
export const CONTENT_ROOT = 'content';

/** The title, which lives beside the content so that lists can read it alone. */
export function titleOf(doc: Y.Doc): Y.Text {
  return doc.getText(TITLE_ROOT);
}

/** The blocks of the document, in the shape the editor's binding writes. */
export function contentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(CONTENT_ROOT);
}

/**
 * Whether this copy has ever held the content the server seeded. Only then may it be edited: a paragraph made
 * here would be doubled when the server's arrives.
 */
export function isSeeded(doc: Y.Doc): boolean {
  // Deleted blocks stay in the list as tombstones, so an emptied document still counts as seeded.
  return contentOf(doc)._start !== null;
}
